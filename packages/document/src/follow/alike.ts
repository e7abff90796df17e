import search from 'approx-string-match';
import { fromUtf16 } from '../offsets.ts';
import type { TextRange } from '../selector.ts';

export interface Alike extends TextRange {
  /** Of the words: 1 for the same, 0 for nothing in common. */
  readonly likeness: number;
}

// The library counts UTF-16 units: half a character is given to the match, never left out of it.
function snapped(text: string, index: number, by: 1 | -1): number {
  const at = fromUtf16(text, index);
  if (at.ok) return at.value;
  const beside = fromUtf16(text, index + by);
  return beside.ok ? beside.value : 0;
}

/**
 * The places (code points) where words stand with the fewest letters changed, where no more than
 * `share` of them are; several where they are equally near.
 */
export function findAlike(text: string, words: string, share: number): readonly Alike[] {
  const most = Math.floor(words.length * share);
  if (words === '' || text === '' || most < 1) return [];
  return search(text, words, most).map(({ start, end, errors }) => ({
    start: snapped(text, start, -1),
    end: snapped(text, end, 1),
    likeness: 1 - errors / words.length,
  }));
}

/** How nearly words stand somewhere in a text: 1 as they are, 0 not at all. */
export function likenessWithin(text: string, words: string): number {
  if (words === '') return 1;
  if (text.includes(words)) return 1;
  return Math.max(0, ...findAlike(text, words, 1).map(({ likeness }) => likeness));
}
