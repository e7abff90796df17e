import { codePointLength } from '../offsets.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Words that take the place of the code points from `start` to `end`. */
export interface Replacement extends Range {
  readonly words: string;
}

const isOfWord = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{M}\p{N}’']/u.test(char) && !/\p{Script=Han}/u.test(char);
const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/u.test(char);

/** What differs between two texts, as the shortest single replacement. */
export function replacementOf(before: string, after: string): Replacement {
  const a = [...before];
  const b = [...after];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let same = 0;
  while (same < shorter - start && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1;
  return { start, end: a.length - same, words: b.slice(start, b.length - same).join('') };
}

/**
 * The same change as a reader would name it: by whole words where spaces divide them, and with
 * something standing there before and after.
 */
export function inWholeWords(before: string, { start, end, words }: Replacement): Replacement {
  const chars = [...before];
  let from = start;
  let to = end;
  const [first] = words;
  if (isOfWord(chars[from - 1]) && (isOfWord(chars[from]) || isOfWord(first)))
    while (isOfWord(chars[from - 1])) from -= 1;
  if (isOfWord(chars[to]) && (isOfWord(chars[to - 1]) || isOfWord([...words].at(-1))))
    while (isOfWord(chars[to])) to += 1;
  // A mark put in or taken away is named with what it follows.
  if (from === to || (words === '' && from === start && to === end)) {
    if (from > 0 && !isSpace(chars[from - 1])) {
      from -= 1;
      if (isOfWord(chars[from])) while (isOfWord(chars[from - 1])) from -= 1;
    } else if (to < chars.length) to += 1;
  }
  return {
    start: from,
    end: to,
    words: chars.slice(from, start).join('') + words + chars.slice(end, to).join(''),
  };
}

export function replaceIn(text: string, { start, end, words }: Replacement): string {
  const chars = [...text];
  return chars.slice(0, start).join('') + words + chars.slice(end).join('');
}

const grown = ({ start, end, words }: Replacement): number =>
  codePointLength(words) - (end - start);

/** Where a range stands after the replacement; null where the replaced words are its own. */
export function shiftRange(range: Range, replacement: Replacement): Range | null {
  const { start, end } = replacement;
  // On which side of what is put in an empty place stands, nobody can tell.
  if (range.start === range.end && start === end && range.start === start) return null;
  if (range.end <= start) return range;
  const by = grown(replacement);
  return range.start >= end ? { start: range.start + by, end: range.end + by } : null;
}

/** The same for a part of a text, which grows and shrinks with words inside it. */
export function growRange(range: Range, replacement: Replacement, length: number): Range | null {
  const { start, end } = replacement;
  const isInside = range.start <= start && end <= range.end;
  const isAtEdge =
    start === end && (start === range.start || (start === range.end && end < length));
  return isInside && !isAtEdge
    ? { start: range.start, end: range.end + grown(replacement) }
    : shiftRange(range, replacement);
}
