import { fail, ok, type Result } from './result.ts';

/*
 * Offsets count Unicode code points. UTF-16 indices exist at the DOM edge only. `codePointLength` and
 * `codePointSlice` expect well-formed text; anything from outside passes `checkText` first.
 */

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

export type OffsetFailure = 'lone-surrogate' | 'out-of-range' | 'inside-pair';

// Both walk over every text that is quoted or followed: units are counted, and no list is made of them.
const sizeAt = (text: string, at: number): 1 | 2 =>
  isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1)) ? 2 : 1;

/** Number of code points. */
export function codePointLength(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += sizeAt(text, at)) count += 1;
  return count;
}

/** The UTF-16 index so many code points behind another, or the end of the text. */
function indexBehind(text: string, from: number, count: number): number {
  let at = from;
  for (let seen = 0; seen < count && at < text.length; seen += 1) at += sizeAt(text, at);
  return at;
}

/** The code points from `start` up to `end`; clamped to the text, never negative from the end. */
export function codePointSlice(text: string, start: number, end = Infinity): string {
  const first = Math.max(0, start);
  const from = indexBehind(text, 0, first);
  return text.slice(from, indexBehind(text, from, Math.max(0, end) - first));
}

/** UTF-16 index of a code-point offset. */
export function toUtf16(text: string, offset: number): Result<number, OffsetFailure> {
  if (!text.isWellFormed()) return fail('lone-surrogate');
  if (!Number.isInteger(offset) || offset < 0) return fail('out-of-range');
  let index = 0;
  for (let seen = 0; seen < offset; seen += 1) {
    if (index >= text.length) return fail('out-of-range');
    index += isHigh(text.charCodeAt(index)) ? 2 : 1;
  }
  return ok(index);
}

/** Code-point offset of a UTF-16 index; an index between the halves of a pair is refused. */
export function fromUtf16(text: string, index: number): Result<number, OffsetFailure> {
  if (!text.isWellFormed()) return fail('lone-surrogate');
  if (!Number.isInteger(index) || index < 0 || index > text.length) return fail('out-of-range');
  if (isLow(text.charCodeAt(index))) return fail('inside-pair');
  return ok(codePointLength(text.slice(0, index)));
}

/** Code-point offsets of every occurrence, overlapping ones included; none for an empty needle. */
export function occurrences(text: string, needle: string): readonly number[] {
  if (needle === '') return [];
  const found: number[] = [];
  let counted = 0;
  let from = 0;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    // An ill-formed needle could match the second half of a pair.
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) continue;
    counted += codePointLength(text.slice(from, at));
    from = at;
    found.push(counted);
  }
  return found;
}
