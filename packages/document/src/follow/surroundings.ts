import { codePointLength, codePointSlice } from '../offsets.ts';
import type { TextRange, TextSelector } from '../selector.ts';
import { likenessWithin } from './alike.ts';

/** More of the new text is looked at than is remembered of the old: a word may have come between. */
const LEEWAY = 8;
/** A side counts as standing from this likeness on. */
const STANDS = 0.6;

/** How much a text tells: a hanzi about as much as two and a half letters. */
export function weight(text: string): number {
  let sum = 0;
  for (const char of text)
    // Below this no hanzi stands: most letters need not be asked.
    sum +=
      char >= '\u2e80' && /\p{Script=Han}/u.test(char) ? 2.5 : /[\p{L}\p{N}]/u.test(char) ? 1 : 0.5;
  return sum;
}

export interface Surroundings {
  /** 0 to 1, of the better side; 1 where there was nothing around the words. */
  readonly likeness: number;
  /** What stands around them as it did, weighed. */
  readonly weight: number;
  /** Of all that stood around them, 0 to 1. */
  readonly share: number;
}

/** How far what stood around words stands around a place in another text. */
export function surroundingsAt(
  text: string,
  { start, end }: TextRange,
  { prefix, suffix }: Pick<TextSelector, 'prefix' | 'suffix'>,
): Surroundings {
  const before = codePointSlice(text, start - codePointLength(prefix) - LEEWAY, start);
  const after = codePointSlice(text, end, end + codePointLength(suffix) + LEEWAY);
  const sides = [
    { words: prefix, likeness: prefix === '' ? 0 : likenessWithin(before, prefix) },
    { words: suffix, likeness: suffix === '' ? 0 : likenessWithin(after, suffix) },
  ].map(({ words, likeness }) => ({ likeness, weight: weight(words) }));
  const whole = sides.reduce((sum, side) => sum + side.weight, 0);
  if (whole === 0) return { likeness: 1, weight: 0, share: 1 };
  const standing = sides.reduce(
    (sum, side) => sum + (side.likeness >= STANDS ? side.weight * side.likeness : 0),
    0,
  );
  return {
    likeness: Math.max(...sides.map(({ likeness }) => likeness)),
    weight: standing,
    share: standing / whole,
  };
}
