import type { WitnessPage } from './witness.ts';

/*
 * The copy as a plane: code points, lines, pages. Offsets count code points of the whole text; lines,
 * columns and pages count from 1.
 */

export interface WitnessText {
  readonly chars: readonly string[];
  /** Offset at which each line begins, and one more for the end of the text. */
  readonly starts: readonly number[];
  readonly pages: readonly WitnessPage[];
}

export interface WitnessPoint {
  readonly line: number;
  readonly column: number;
  readonly page: number;
  /** How far down its page by what is printed before it: 0 at the head, towards 1 at the foot. */
  readonly depth: number;
}

// East Asian Wide and Fullwidth, as far as text of the planes in use goes.
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** Cells that a character takes in print: a line end takes none. */
const widthOf = (char: string): number => (char === '\n' ? 0 : WIDE.test(char) ? 2 : 1);

export function readWitnessText(text: string, pages: readonly WitnessPage[]): WitnessText {
  const chars = [...text];
  const starts = [0];
  for (const [at, char] of chars.entries()) if (char === '\n') starts.push(at + 1);
  starts.push(chars.length + 1);
  return { chars, starts, pages };
}

/** The code points from `start` up to `end`. */
export const witnessSlice = ({ chars }: WitnessText, start: number, end: number): string =>
  chars.slice(start, end).join('');

/** Offsets of a line, its line end not included. */
export function lineBounds(
  { starts }: WitnessText,
  line: number,
): { readonly start: number; readonly end: number } {
  const start = starts[line - 1] ?? 0;
  return { start, end: Math.max(start, (starts[line] ?? start + 1) - 1) };
}

/** The number of the page a line is on; 0 where no page holds it. */
export const pageOfLine = ({ pages }: WitnessText, line: number): number =>
  pages.findIndex(({ first, last }) => first <= line && line <= last) + 1;

function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Where an offset stands; the offset may be the end of the text. */
export function pointAt(text: WitnessText, at: number): WitnessPoint {
  const line = lineAt(text.starts, at);
  const page = pageOfLine(text, line);
  return {
    line,
    column: at - (text.starts[line - 1] ?? 0) + 1,
    page,
    depth: page === 0 ? 0 : depthOn(text, page, at),
  };
}

// A page is weighed once, however many of its characters are asked for.
const weights = new WeakMap<WitnessText, Map<number, readonly number[]>>();

function weighed(text: WitnessText, page: number): readonly number[] {
  const known = weights.get(text) ?? new Map<number, readonly number[]>();
  weights.set(text, known);
  const found = known.get(page);
  if (found !== undefined) return found;
  const { first, last } = text.pages[page - 1] ?? { first: 1, last: 0 };
  const sums = [0];
  for (let at = lineBounds(text, first).start; at < lineBounds(text, last).end; at += 1)
    sums.push((sums.at(-1) ?? 0) + widthOf(text.chars[at] ?? ''));
  known.set(page, sums);
  return sums;
}

function depthOn(text: WitnessText, page: number, at: number): number {
  const sums = weighed(text, page);
  const total = sums.at(-1) ?? 0;
  const start = lineBounds(text, text.pages[page - 1]?.first ?? 1).start;
  const before = sums[Math.min(Math.max(0, at - start), sums.length - 1)] ?? 0;
  return total === 0 ? 0 : before / total;
}
