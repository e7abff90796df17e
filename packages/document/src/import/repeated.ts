import { endsClause } from './characters.ts';
import type { Verdict } from './furniture.ts';
import { readMarker } from './marker.ts';
import type { Passage } from './passage.ts';

const LEAST = 3;
const LONGEST = 120;
const IN_BRACKETS = /^[（(［[【<].*[）)］\]】>]$/u;

const keyOf = (text: string): string =>
  text.toLowerCase().replace(/\d+/gu, '0').replace(/\s+/gu, ' ');

/** A short line that no sentence, number or answer to a number is: `Article 7`, `Repealed`. */
function mayRepeat(passage: Passage, before: Passage | undefined): boolean {
  const { text, marker, kind } = passage;
  if (kind === 'cell' || marker !== '' || text.length > LONGEST) return false;
  if (!/\p{L}/u.test(text)) return false;
  if (endsClause(text) || IN_BRACKETS.test(text) || readMarker(text).length > 0) return false;
  const [number] = before === undefined ? [] : readMarker(before.text);
  return number === undefined || number.length < (before?.text.length ?? 0);
}

/** How evenly the places are spread: the spread of the distances by their mean. */
function unevenness(places: readonly number[]): number {
  const gaps = places.slice(1).map((place, i) => place - (places[i] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return Math.sqrt(variance) / mean;
}

/** Lines that come back: running heads, feet and buttons of pages. */
export function markRepeated(all: readonly Passage[], verdicts: (Verdict | null)[]): void {
  const places = new Map<string, number[]>();
  for (const [i, passage] of all.entries()) {
    if (!mayRepeat(passage, all[i - 1])) continue;
    const key = keyOf(passage.text);
    const found = places.get(key);
    if (found === undefined) places.set(key, [i]);
    else found.push(i);
  }
  for (const found of places.values()) {
    if (found.length < LEAST) continue;
    // Right after one another they are a list, a form or a table.
    const isApart = found.some((place, i) => place - (found[i - 1] ?? place) > 2);
    if (!isApart) continue;
    const sure = found.length > LEAST || unevenness(found) < 0.6;
    for (const i of found) verdicts[i] ??= { reason: 'repeated', sure };
  }
}
