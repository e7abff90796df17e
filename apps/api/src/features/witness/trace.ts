import type { TraceView } from '@glossator/contract';
import {
  codePointLength,
  compareTexts,
  locateQuotation,
  remainderAt,
  stepsAround,
  traceReading,
  traceWitness,
  lineBounds,
  type CharacterTrace,
  type TracedSegment,
} from '@glossator/document';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { focusOn } from '../works/address.ts';
import { isWithheld } from '../works/service.ts';
import { linesAround, placeOf } from './copy-lines.ts';
import {
  requireGround,
  type CopiedEdition,
  type EditionHead,
  type Ground,
  type WitnessDeps,
} from './ground.ts';
import { addressOf, copyOffset, presentEdition, presentWork } from './present.ts';

export interface TraceQuery {
  readonly edition?: string | undefined;
  readonly version?: string | undefined;
  readonly uid?: string | undefined;
  /** An address, where no uid is given. */
  readonly clause?: string | undefined;
  /** Code points of the reading text. */
  readonly at?: number | undefined;
  /** Words that stand once in the clause, where no offset is given: their first character. */
  readonly words?: string | undefined;
}

const withheld = (): Refusal =>
  new Refusal('edition-withheld', 'The words of this edition are not shown here.');

function chosenVersion(ground: Ground, viewer: Viewer, asked: TraceQuery): EditionHead {
  const edition =
    asked.edition ?? ground.editions.find((each) => !each.withheld)?.head.edition_id ?? '';
  const all = ground.work.editions.filter((each) => each.edition_id === edition);
  const head =
    asked.version === undefined ? all.at(-1) : all.find((each) => each.version === asked.version);
  if (all.length === 0) throw asked.edition === undefined ? withheld() : notFound();
  if (head === undefined)
    throw new Refusal('version-unknown', `There is no ${edition}:${asked.version ?? ''}.`);
  if (isWithheld(head, viewer)) throw withheld();
  return head;
}

function chosenUid(ground: Ground, copied: CopiedEdition, asked: TraceQuery): string {
  if (asked.uid !== undefined) return asked.uid;
  const { structure } = ground.work;
  const segments =
    asked.clause === undefined ? structure.units : focusOn(structure, asked.clause).segments;
  const found = segments.find(({ uid }) => copied.segments.has(uid)) ?? segments[0];
  if (found === undefined) throw notFound();
  return found.uid;
}

function chosenOffset(reading: string, { at, words }: TraceQuery): number {
  if (at !== undefined) {
    if (at < codePointLength(reading)) return at;
    throw new Refusal('pointing-mismatch', 'This clause has no character with that number.');
  }
  if (words === undefined) return 0;
  const found = locateQuotation(reading, words);
  if (found.ok) return found.value.start;
  throw found.reason === 'ambiguous'
    ? new Refusal('words-ambiguous', 'These words stand more than once in this clause.')
    : new Refusal('words-absent', 'These words do not stand in this clause.');
}

/** Where a character of a later version stands in the one read from the copy; null where it is new. */
function carriedBack(base: string, reading: string, at: number): number | null {
  let inBase = 0;
  let inReading = 0;
  // By character, whatever the language: what is asked for is one of them.
  for (const { kind, text } of compareTexts(base, reading, 'zh')) {
    const length = codePointLength(text);
    if (kind === 'removed') inBase += length;
    else if (at < inReading + length) return kind === 'same' ? inBase + at - inReading : null;
    else {
      inReading += length;
      if (kind === 'same') inBase += length;
    }
  }
  return null;
}

interface Found {
  readonly ground: Ground;
  readonly copied: CopiedEdition;
  readonly segment: TracedSegment | undefined;
  readonly trace: CharacterTrace | null;
}

/** Everything about a character but what its own version says of it. */
function presentTrace({ ground, copied, segment, trace }: Found) {
  const at = trace?.witness ?? null;
  // A character that the copy has not stands between two that it has.
  const near =
    at ??
    (segment === undefined || trace?.reading == null
      ? null
      : copyOffset(segment, trace.reading.at));
  const place = near === null ? null : placeOf(ground, near);
  return {
    work: presentWork(ground),
    witness: ground.record.head,
    editions: ground.editions.map(presentEdition),
    steps: [...(trace?.steps ?? [])],
    around: segment === undefined ? [] : [...stepsAround(segment)],
    diplomatic: trace?.diplomatic ?? null,
    place: at === null ? null : place,
    rest: null,
    lines:
      near === null || place === null
        ? []
        : linesAround(ground, place.line, near, at === null ? near : near + 1),
    entries:
      trace?.reading == null || segment === undefined
        ? []
        : entriesAt(copied, segment.uid, trace.reading.at),
  };
}

function entriesAt({ text }: CopiedEdition, uid: string, at: number): TraceView['entries'] {
  return text.apparatus.filter(({ loci }) =>
    loci.some(
      (locus) =>
        locus.uid === uid &&
        locus.start !== null &&
        locus.end !== null &&
        locus.start <= at &&
        (at < locus.end || (locus.start === locus.end && at === locus.end)),
    ),
  );
}

const trustOf = ({ reliability }: CopiedEdition, uid: string) => {
  const { level, reasons } = reliability.get(uid) ?? { level: 'sound' as const, reasons: [] };
  return { level, reasons: [...reasons] };
};

/** From a character of an edition back to the copy. */
export async function traceCharacter(
  deps: WitnessDeps,
  viewer: Viewer,
  slug: string,
  asked: TraceQuery,
): Promise<TraceView> {
  const ground = await requireGround(deps, viewer, slug);
  const head = chosenVersion(ground, viewer, asked);
  const copied = ground.editions.find((each) => each.head.edition_id === head.edition_id);
  if (copied === undefined) throw notFound();
  const uid = chosenUid(ground, copied, asked);
  const text = await deps.texts.version(head.version_id);
  const words = text.texts.get(uid);
  if (words === undefined) throw notFound();
  if (words.reading === null)
    throw new Refusal('pointing-mismatch', 'The copy has lost this clause.');
  const at = chosenOffset(words.reading, asked);
  const segment = copied.segments.get(uid);
  const isCopied = head.version_id === copied.head.version_id;
  const base =
    isCopied || segment === undefined ? at : carriedBack(segment.reading, words.reading, at);
  const found = segment === undefined || base === null ? null : traceReading(segment, base);
  const trace = found?.ok === true ? found.value : null;
  const entry = text.apparatus.find(({ kind, loci }) =>
    loci.some(
      (locus) =>
        kind === 'corr' &&
        locus.uid === uid &&
        (locus.start ?? Infinity) <= at &&
        at < (locus.end ?? -1),
    ),
  );
  return {
    ...presentTrace({ ground, copied, segment, trace }),
    segment: {
      edition: head.edition_id,
      lang: head.lang,
      version: head.version,
      uid,
      path: addressOf(ground, uid),
      reading: words.reading,
      ...trustOf(copied, uid),
    },
    reading: { at, char: [...words.reading][at] ?? '' },
    released: isCopied
      ? null
      : {
          from: copied.head.version,
          base: trace?.reading ?? null,
          entry: trace === null ? (entry?.number ?? null) : null,
        },
  };
}

/** From a character of the copy to what is read for it, or to why nothing is. */
export async function traceCopy(
  deps: WitnessDeps,
  viewer: Viewer,
  slug: string,
  line: number,
  column: number,
): Promise<TraceView> {
  const ground = await requireGround(deps, viewer, slug);
  const { text, operations, remainder, versions } = ground.record;
  const bounds = lineBounds(text, line);
  const at = bounds.start + column - 1;
  if (line > ground.record.head.lines || column > bounds.end - bounds.start) throw notFound();
  const stretch = ground.stretches.find(({ start, end }) => start <= at && at < end);
  if (stretch === undefined) throw notFound();
  const isHidden = ground.stretches.some((each) => each.line === line && !each.shown);
  if (isHidden) throw withheld();
  if (stretch.kind === 'rest') {
    const all = [...operations, ...[...versions.values()].flatMap((each) => each.operations)];
    const found = remainderAt(remainder, all, at);
    return {
      work: presentWork(ground),
      witness: ground.record.head,
      editions: ground.editions.map(presentEdition),
      segment: null,
      reading: null,
      released: null,
      steps: found?.step == null ? [] : [{ ...found.step, before: text.chars[at] ?? '' }],
      around: [],
      diplomatic: { at, char: text.chars[at] ?? '' },
      place: placeOf(ground, at),
      rest: { group: stretch.rest.group, class: stretch.rest.class },
      lines: linesAround(ground, line, at, at + 1),
      entries: [],
    };
  }
  const { edition: copied, uid } = stretch;
  const segment = copied.segments.get(uid);
  const found = segment === undefined ? null : traceWitness(segment, at);
  if (segment === undefined || found?.ok !== true) throw notFound();
  const { head } = copied;
  return {
    ...presentTrace({ ground, copied, segment, trace: found.value }),
    segment: {
      edition: head.edition_id,
      lang: head.lang,
      version: head.version,
      uid,
      path: addressOf(ground, uid),
      reading: segment.reading,
      ...trustOf(copied, uid),
    },
    reading: found.value.reading,
    released: null,
  };
}
