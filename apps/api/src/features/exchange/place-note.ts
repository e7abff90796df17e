import { limits, type LeftOutReason, type NewThread } from '@glossator/contract';
import {
  codePointLength,
  describeRange,
  joinReadings,
  placeQuotation,
  type Readings,
} from '@glossator/document';
import type { Viewer } from '../../plugins/session.ts';
import { isWithheld } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import type { ForeignNote } from './foreign-note.ts';

interface Version {
  readonly edition: string;
  readonly version: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** What notes are sought in: the newest version of each edition that the person may read. */
export interface Ground {
  readonly work: LoadedWork;
  readonly seen: readonly string[];
  readonly readings: Readings<Version>;
}

export async function groundOf(
  texts: TextStore,
  work: LoadedWork,
  viewer: Pick<Viewer, 'person' | 'works'>,
): Promise<Ground> {
  const newest = new Map<string, LoadedWork['editions'][number]>();
  for (const head of work.editions) newest.set(head.edition_id, head);
  const open = [...newest.values()].filter((head) => !isWithheld(head, viewer));
  const readings = await Promise.all(
    open.map(async (head) => {
      const { texts: byUid } = await texts.version(head.version_id);
      const segments = work.structure.units.flatMap(({ uid }) => {
        const text = byUid.get(uid)?.reading ?? null;
        return text === null ? [] : [{ uid, text }];
      });
      const known = new Map(segments.map(({ uid, text }) => [uid, text]));
      return {
        key: { edition: head.edition_id, version: head.version, texts: known },
        segments,
      };
    }),
  );
  return {
    work,
    seen: [...newest.values()].map((head) => `${head.edition_id}:${head.version}`).slice(0, 16),
    readings: joinReadings(readings),
  };
}

export interface Place {
  readonly from: string;
  readonly to: string;
  readonly certainty: 'words' | 'context' | 'address';
  readonly target: string;
  readonly pointing: NewThread['pointing'];
}

export type Sought =
  | { readonly ok: true; readonly value: Place }
  | { readonly ok: false; readonly reason: LeftOutReason };

const left = (reason: LeftOutReason): Sought => ({ ok: false, reason });

function byAddress({ work }: Ground, uid: string): Sought {
  const unit = work.structure.byUid.get(uid);
  return unit === undefined
    ? left('not-found')
    : {
        ok: true,
        value: { from: uid, to: uid, certainty: 'address', target: unit.path, pointing: undefined },
      };
}

/** Where a note stands in this work; nothing is guessed. */
export function placeNote(ground: Ground, { quote, uid }: ForeignNote): Sought {
  if (quote === null) return uid === null ? left('page-note') : byAddress(ground, uid);
  if (quote.exact.length > limits.quotationLength * 2) return left('not-found');
  // The sides are longer than any tool writes only by intent.
  const near = (text: string): string => (text.length > 1_000 ? '' : text);
  const placed = placeQuotation(ground.readings, {
    exact: quote.exact,
    prefix: near(quote.prefix),
    suffix: near(quote.suffix),
  });
  if (!placed.ok) return left(placed.reason === 'ambiguous' ? 'ambiguous' : 'not-found');
  const { key, loci, by } = placed.value;
  const described = loci.flatMap(({ uid: at, start, end }) => {
    const selector = describeRange(key.texts.get(at) ?? '', { start, end }, limits.contextLength);
    const path = ground.work.structure.byUid.get(at)?.path;
    return selector.ok && path !== undefined
      ? [{ edition: key.edition, version: key.version, at: path, ...selector.value }]
      : [];
  });
  const [first, last] = [described[0], described.at(-1)];
  const [from, to] = [loci[0], loci.at(-1)];
  const length = described.reduce((sum, { exact }) => sum + codePointLength(exact), 0);
  const fits = described.length <= limits.lociOfRange && length <= limits.quotationLength;
  if (!first || !last || !from || !to || !fits) return left('not-found');
  return {
    ok: true,
    value: {
      from: from.uid,
      to: to.uid,
      certainty: by,
      target: first === last ? first.at : `${first.at}-${last.at}`,
      pointing: { kind: 'range', loci: described },
    },
  };
}
