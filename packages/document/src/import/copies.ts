import { isUnspaced } from './characters.ts';
import type { Verdict } from './furniture.ts';
import type { Passage } from './passage.ts';

const RUN = 8;
const LEAST_WORDS = 25;
const SHARE = 0.6;

const wordsOf = (text: string): readonly string[] =>
  isUnspaced(text.charAt(0)) ? [...text] : (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Long passages most of whose words stood before, in the same order: quotations of the page itself. */
export function placesOfCopies(
  all: readonly Passage[],
  verdicts: readonly (Verdict | null)[],
): readonly number[] {
  const seen = new Set<string>();
  const found: number[] = [];
  for (const [i, { text }] of all.entries()) {
    if (verdicts[i] !== null) continue;
    const words = wordsOf(text);
    const runs = words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
    const known = runs.filter((run) => seen.has(run)).length;
    if (words.length >= LEAST_WORDS && known >= runs.length * SHARE) found.push(i);
    else for (const run of runs) seen.add(run);
  }
  return found;
}
