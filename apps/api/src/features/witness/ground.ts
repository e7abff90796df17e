import {
  readReliability,
  sharesWords,
  witnessSlice,
  wordRuns,
  type Remainder,
  type SegmentReliability,
  type TracedSegment,
  type Uid,
  type WitnessSpan,
} from '@glossator/document';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { isWithheld } from '../works/service.ts';
import { structureOf } from '../works/structure-of.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import type { VersionText } from '../works/text-store.ts';
import type { Records, StoredRecord } from './record.ts';

/*
 * A copy as one reader may see it. Nothing leaves this feature but through the stretches below: each
 * says whether this reader is shown its words.
 */

/** One version of an edition, as it is listed with the work. */
export type EditionHead = LoadedWork['editions'][number];

/** An edition, by its newest version that was read from the copy. */
export interface CopiedEdition {
  readonly head: EditionHead;
  readonly withheld: boolean;
  readonly text: VersionText;
  readonly segments: ReadonlyMap<string, TracedSegment>;
  readonly reliability: ReadonlyMap<string, SegmentReliability>;
}

/** An unbroken run of the copy that is one thing. */
export type CopyStretch = WitnessSpan & {
  readonly shown: boolean;
} & (
    | {
        readonly kind: 'segment';
        readonly edition: CopiedEdition;
        readonly uid: Uid;
        readonly piece: number;
      }
    | { readonly kind: 'rest'; readonly rest: Remainder }
  );

export interface Ground {
  readonly work: LoadedWork;
  readonly record: StoredRecord;
  readonly editions: readonly CopiedEdition[];
  /** In the order of the copy; together they are all of it. */
  readonly stretches: readonly CopyStretch[];
}

export interface WitnessDeps {
  readonly texts: TextStore;
  readonly records: Records;
}

/** Segments that a missing page took whole. */
export function lostWithPages(text: VersionText): ReadonlySet<Uid> {
  return new Set(
    text.apparatus
      .filter(({ kind, cause }) => kind === 'gap' && cause === 'page-loss')
      .flatMap(({ loci }) => loci.filter(({ start }) => start === null))
      .map(({ uid }) => uid as Uid),
  );
}

function tracedSegments(
  { structure }: LoadedWork,
  text: VersionText,
  version: NonNullable<ReturnType<StoredRecord['versions']['get']>>,
): Map<string, TracedSegment> {
  return new Map(
    version.places.flatMap(({ uid, spans }): [string, TracedSegment][] => {
      const words = text.texts.get(uid);
      if (words === undefined || words.reading === null || words.diplomatic === null) return [];
      const { reading, diplomatic } = words;
      const parent = structure.byUid.get(uid)?.parent ?? null;
      return [[uid, { uid, parent, reading, diplomatic, spans, operations: version.operations }]];
    }),
  );
}

async function copiedEditions(
  { texts }: WitnessDeps,
  viewer: Pick<Viewer, 'person' | 'works'>,
  work: LoadedWork,
  record: StoredRecord,
): Promise<readonly CopiedEdition[]> {
  const newest = new Map(
    work.editions
      .filter((head) => record.versions.has(head.version_id))
      .map((head) => [head.edition_id, head]),
  );
  return Promise.all(
    [...newest.values()].map(async (head): Promise<CopiedEdition> => {
      const text = await texts.version(head.version_id);
      const version = record.versions.get(head.version_id) ?? { places: [], operations: [] };
      const ordered = work.structure.units.flatMap(({ uid }) => {
        const words = text.texts.get(uid);
        return words === undefined ? [] : [{ uid, condition: words.condition }];
      });
      const reliability = readReliability(
        record.text,
        record.zones,
        ordered,
        version.places,
        lostWithPages(text),
      );
      return {
        head,
        withheld: isWithheld(head, viewer),
        text,
        segments: tracedSegments(work, text, version),
        reliability: new Map(reliability.map((each) => [each.uid, each])),
      };
    }),
  );
}

function readStretches(
  { text, remainder }: StoredRecord,
  editions: readonly CopiedEdition[],
): readonly CopyStretch[] {
  const hidden = wordRuns(
    editions
      .filter(({ withheld }) => withheld)
      .flatMap(({ segments }) => [...segments.values()])
      .flatMap(({ diplomatic, reading }) => [diplomatic, reading]),
  );
  const held = editions.flatMap((edition) =>
    [...edition.segments.values()].flatMap(({ uid, spans }) =>
      spans.map((span, piece): CopyStretch => ({
        ...span,
        kind: 'segment',
        shown: !edition.withheld,
        edition,
        uid,
        piece,
      })),
    ),
  );
  const free = remainder.map((rest): CopyStretch => {
    const { line, start, end } = rest;
    // What stands beside a text may quote it: a second copy of a passage, the words of a heading.
    const shown = hidden.size === 0 || !sharesWords(witnessSlice(text, start, end), hidden);
    return { line, start, end, kind: 'rest', shown, rest };
  });
  return [...held, ...free].toSorted((left, right) => left.start - right.start);
}

export async function groundOf(
  deps: WitnessDeps,
  viewer: Viewer,
  work: LoadedWork,
): Promise<Ground | null> {
  const record = await deps.records(work);
  if (record === null) return null;
  // Clauses have the addresses that they had when the copy was read; old addresses lead on.
  const structure = structureOf(work, Math.max(...record.versions.keys()));
  const then = { ...work, structure };
  const editions = await copiedEditions(deps, viewer, then, record);
  return { work: then, record, editions, stretches: readStretches(record, editions) };
}

/** The copy behind a work as this reader may see it; 404 where there is none. */
export async function requireGround(
  deps: WitnessDeps,
  viewer: Viewer,
  slug: string,
): Promise<Ground> {
  const ground = await groundOf(deps, viewer, await requireWork(deps.texts, slug, viewer));
  if (ground === null) throw notFound();
  return ground;
}

/** True where a line holds words that are not shown: columns in it would measure them. */
export const hidesIn = ({ stretches }: Ground, line: number): boolean =>
  stretches.some((each) => each.line === line && !each.shown);
