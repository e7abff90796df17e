import type { Component } from '../../path.ts';

const HIGHEST = 999_999;
const HIGHEST_INSERTION = 9_999;
// How far a number that jumps ahead is doubted: the next ones would have to fall back behind it.
const AHEAD = 40;

/** For each place the next number that is printed behind it. */
function nextPrinted(numbers: readonly (number | null)[]): readonly (number | null)[] {
  const next = numbers.map((): number | null => null);
  let found: number | null = null;
  for (let i = numbers.length - 1; i >= 0; i -= 1) {
    next[i] = found;
    found = numbers[i] ?? found;
  }
  return next;
}

/** Whether a later number is one that this one would leave no room for. */
function leavesNoRoom(numbers: readonly (number | null)[], i: number, before: number): boolean {
  const own = numbers[i] ?? 0;
  if (own === before + 1) return false;
  return numbers
    .slice(i + 1, i + AHEAD)
    .some((later) => later !== null && later > before && later < own);
}

/**
 * Addresses of what stands in one place, from printed numbers (null where none is printed). They rise
 * whatever is printed: what repeats, falls back or stands unnumbered between two that follow one another
 * is inserted, `5x1`; a printed 0 is `0x1`, since 0 is the heading.
 */
export function numberSiblings(numbers: readonly (number | null)[]): readonly Component[] {
  const next = nextPrinted(numbers);
  let last: Component = { number: 0, insertion: 0 };
  return numbers.map((own, i): Component => {
    const later = next[i] ?? null;
    const follows =
      own === null
        ? later === null || later <= last.number || later > last.number + 1
        : own > last.number && own <= HIGHEST && !leavesNoRoom(numbers, i, last.number);
    const number = follows && own !== null ? own : last.number + 1;
    last =
      follows || last.insertion >= HIGHEST_INSERTION
        ? { number, insertion: 0 }
        : { number: last.number, insertion: last.insertion + 1 };
    return last;
  });
}
