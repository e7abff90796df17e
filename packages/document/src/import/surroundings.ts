import { endsSentence, weightOf } from './characters.ts';
import type { Verdict } from './furniture.ts';
import { readMarker } from './marker.ts';
import type { Passage } from './passage.ts';

/*
 * The text of a page is the stretch of lines that adds up to most, furniture and short lines counting
 * against it (the maximum subsequence of J. Pasternack and D. Roth, "Extracting article text from the
 * web with maximum subsequence segmentation", 2009).
 */

const SHORT = 60;

function worthOf(passage: Passage, verdict: Verdict | null): number {
  if (verdict !== null) return verdict.reason === 'repeated' ? -0.2 : -1.5;
  const { text, marker } = passage;
  const weight = weightOf(text) * (/\p{Script=Han}/u.test(text) ? 3 : 1);
  if (marker !== '' || readMarker(text).length > 0) return 1;
  if (!endsSentence(text) && weight < SHORT) return -0.4;
  return Math.min(weight, 400) / 100;
}

/** From the first to behind the last line of the text. */
function bodyOf(worths: readonly number[]): { readonly start: number; readonly end: number } {
  let best = { start: 0, end: 0, sum: 0 };
  let start = 0;
  let sum = 0;
  for (const [i, worth] of worths.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += worth;
    if (sum > best.sum) best = { start, end: i + 1, sum };
  }
  return best;
}

/** The title: the last marked heading before the text, else the last line that is no furniture. */
function titleBefore(
  all: readonly Passage[],
  verdicts: readonly (Verdict | null)[],
  start: number,
): number {
  const before = all.slice(0, start).map((passage, i) => ({ passage, i }));
  const kept = before.filter(({ i, passage }) => verdicts[i] === null && passage.text.length < 200);
  const marked = kept.findLast(({ passage }) => passage.kind === 'heading');
  return (marked ?? kept.at(-1))?.i ?? start;
}

export function markSurroundings(all: readonly Passage[], verdicts: (Verdict | null)[]): void {
  const { start, end } = bodyOf(all.map((passage, i) => worthOf(passage, verdicts[i] ?? null)));
  const title = titleBefore(all, verdicts, start);
  for (let i = 0; i < all.length; i += 1) {
    const isOutside = i < title || i >= end || (i > title && i < start);
    if (isOutside) verdicts[i] ??= { reason: 'surroundings', sure: i >= end };
  }
}
