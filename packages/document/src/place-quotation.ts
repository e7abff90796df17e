import { codePointLength, occurrences } from './offsets.ts';
import { fail, ok, type Result } from './result.ts';
import { asTyped, type TextRange } from './selector.ts';

/** The segments of one edition version in document order; lost ones are left out. */
export interface Reading<Key> {
  readonly key: Key;
  readonly segments: readonly { readonly uid: string; readonly text: string }[];
}

export interface ForeignQuotation {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface PlacedLocus extends TextRange {
  readonly uid: string;
}

export interface Placed<Key> {
  readonly key: Key;
  /** One a segment, in document order. */
  readonly loci: readonly PlacedLocus[];
  /** How it was told where: the words stand once, or stand once with what is around them. */
  readonly by: 'words' | 'context';
}

export type PlaceFailure = 'empty' | 'absent' | 'ambiguous';

/** All segments in a row, joined in one of the ways a page may show them. */
interface Joined<Key> {
  readonly key: Key;
  readonly text: string;
  readonly typed: string;
  readonly parts: readonly { readonly uid: string; readonly start: number; readonly end: number }[];
}
export type Readings<Key> = readonly Joined<Key>[];

const JOINTS = ['', ' ', '\n'] as const;

/** What many quotations are sought in. */
export function joinReadings<Key>(readings: readonly Reading<Key>[]): Readings<Key> {
  return readings.flatMap(({ key, segments }) =>
    JOINTS.map((joint) => {
      let end = -codePointLength(joint);
      const parts = segments.map(({ uid, text }) => {
        const start = end + codePointLength(joint);
        end = start + codePointLength(text);
        return { uid, start, end };
      });
      const text = segments.map((segment) => segment.text).join(joint);
      return { key, text, typed: asTyped(text), parts };
    }),
  );
}

function lociOf({ parts }: Joined<unknown>, { start, end }: TextRange): PlacedLocus[] {
  return parts.flatMap((part) => {
    const from = Math.max(start, part.start);
    const to = Math.min(end, part.end);
    return from < to ? [{ uid: part.uid, start: from - part.start, end: to - part.start }] : [];
  });
}

// Enough to know that the words alone do not decide.
const SOME = 2;

function seek<Key>(
  readings: Readings<Key>,
  needle: string,
  inner: TextRange,
  isTyped: boolean,
): Omit<Placed<Key>, 'by'>[] {
  const found = new Map<string, Omit<Placed<Key>, 'by'>>();
  for (const [n, joined] of readings.entries()) {
    const text = isTyped ? joined.typed : joined.text;
    for (const at of occurrences(text, needle)) {
      const loci = lociOf(joined, { start: at + inner.start, end: at + inner.end });
      // The same place is met once for each way of joining.
      const edition = Math.floor(n / JOINTS.length);
      if (loci.length > 0) found.set(JSON.stringify([edition, loci]), { key: joined.key, loci });
      if (found.size >= SOME) return [...found.values()];
    }
  }
  return [...found.values()];
}

/**
 * Where a quotation from elsewhere stands: where its words stand exactly once in all readings, else
 * where they stand exactly once with all of the words around them. Words that stand nowhere are
 * sought again with keyboard punctuation; never other words.
 */
export function placeQuotation<Key>(
  readings: Readings<Key>,
  quotation: ForeignQuotation,
): Result<Placed<Key>, PlaceFailure> {
  const whole = quotation.exact.normalize('NFC');
  const exact = whole.trim();
  if (exact === '') return fail('empty');
  const lead = whole.slice(0, whole.length - whole.trimStart().length);
  const trail = whole.slice(whole.trimEnd().length);
  if (!exact.isWellFormed()) return fail('absent');
  // Context that was cut by UTF-16 units may begin or end with half a character.
  const prefix = quotation.prefix.replace(/^\p{Surrogate}/u, '').normalize('NFC');
  const suffix = quotation.suffix.replace(/\p{Surrogate}$/u, '').normalize('NFC');
  const before = prefix.trimStart() + lead;
  const after = trail + suffix.trimEnd();
  const size = codePointLength(exact);
  for (const isTyped of [false, true]) {
    const form = (text: string): string => (isTyped ? asTyped(text) : text);
    const alone = seek(readings, form(exact), { start: 0, end: size }, isTyped);
    const [only, second] = alone;
    if (only === undefined) continue;
    if (second === undefined) return ok({ ...only, by: 'words' });
    if (before + after === '') return fail('ambiguous');
    const start = codePointLength(before);
    const around = form(before + exact + after);
    const [sure, other] = seek(readings, around, { start, end: start + size }, isTyped);
    if (sure === undefined || other !== undefined) return fail('ambiguous');
    return ok({ ...sure, by: 'context' });
  }
  return fail('absent');
}
