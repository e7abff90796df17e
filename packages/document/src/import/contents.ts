import type { Verdict } from './furniture.ts';
import { contents } from './furniture-words.ts';
import { readMarker } from './marker.ts';
import type { Passage } from './passage.ts';

const LONGEST = 120;
const LEAST = 3;

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.…·]*\d{0,4}$/u, '')
    .replace(/[\s\p{P}]+/gu, '');

const isContentsTitle = (text: string): boolean =>
  contents.has(
    text
      .toLowerCase()
      .replace(/[\s:：]+$/u, '')
      .replace(/^(.)\s+(.)$/u, '$1$2'),
  );

/**
 * Places of a table of contents: a run of short numbered lines, or of short lines under its title,
 * nearly all of which come again later in the same words.
 */
export function placesOfContents(
  all: readonly Passage[],
  verdicts: readonly (Verdict | null)[],
): readonly number[] {
  const last = new Map<string, number>();
  for (const [i, { text }] of all.entries()) {
    if (text.length <= LONGEST) last.set(keyOf(text), i);
  }
  const found: number[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const title = isContentsTitle(all[i]?.text ?? '') ? 1 : 0;
    const run: number[] = [];
    let again = 0;
    for (let k = i + title; k < all.length; k += 1) {
      const text = all[k]?.text ?? '';
      const comesLater = (last.get(keyOf(text)) ?? -1) > k;
      if (text.length > LONGEST || (title === 0 && readMarker(text).length === 0)) break;
      if (run.length >= 1 && !comesLater) {
        const next = all[k + 1]?.text ?? '';
        if ((last.get(keyOf(next)) ?? -1) <= k + 1) break;
      }
      if (comesLater) again += 1;
      run.push(k);
    }
    if (run.length < LEAST || again < run.length * 0.8) continue;
    // The run must end before its own words come again.
    const end = run.at(-1) ?? i;
    if ((last.get(keyOf(all[run[0] ?? i]?.text ?? '')) ?? 0) <= end) continue;
    for (let k = i; k <= end; k += 1) if (verdicts[k] === null) found.push(k);
    i = end;
  }
  return found;
}
