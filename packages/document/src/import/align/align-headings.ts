import type { Measured } from './measure.ts';

/** A heading with how much stands under it, up to the next heading. */
export interface Heading {
  readonly at: number;
  readonly unit: Measured;
  readonly body: number;
}

const GAP = 1;
const LEAST_BAND = 300;

export function headingsOf(units: readonly Measured[]): readonly Heading[] {
  const headings: { at: number; unit: Measured; body: number }[] = [];
  for (const [at, unit] of units.entries()) {
    const last = headings.at(-1);
    if (unit.depth !== null) headings.push({ at, unit, body: 0 });
    else if (last !== undefined) last.body += unit.weight;
  }
  return headings;
}

/** How well two headings go together; below twice the gap they do not. */
function score(left: Heading, right: Heading, ratio: number): number {
  if (left.unit.depth !== right.unit.depth) return -9;
  if (left.unit.row !== null && right.unit.row !== null && left.unit.row !== right.unit.row)
    return -9;
  const { number: one } = left.unit;
  const { number: other } = right.unit;
  const numbers =
    one === null && other === null
      ? 1.5
      : one === other
        ? 4
        : one === null || other === null
          ? -1
          : -3;
  if (left.unit.depth === 0) return 6;
  const bodies = Math.abs(Math.log((right.body + 60) / (left.body * ratio + 60)));
  return numbers + Math.max(-1, 1 - bodies);
}

/** Pairs of headings, as places in the two lists, in order: the best of all alignments. */
export function alignHeadings(
  left: readonly Heading[],
  right: readonly Heading[],
  ratio: number,
): readonly (readonly [Heading, Heading])[] {
  const n = left.length;
  const m = right.length;
  if (n === 0 || m === 0) return [];
  const half = Math.min(m, Math.max(LEAST_BAND, Math.abs(n - m) + LEAST_BAND));
  const width = Math.min(m + 1, 2 * half + 1);
  const first = (i: number): number =>
    Math.max(0, Math.min(Math.round((i * m) / n) - half, m + 1 - width));
  const moves = new Uint8Array((n + 1) * width);
  let before = new Float64Array(width).fill(-Infinity);
  for (let i = 0; i <= n; i += 1) {
    const here = new Float64Array(width).fill(-Infinity);
    for (let k = 0; k < width; k += 1) {
      const j = first(i) + k;
      if (i === 0 && j === 0) {
        here[k] = 0;
        continue;
      }
      const up = j - first(i - 1);
      const one = left[i - 1];
      const other = right[j - 1];
      const both =
        one === undefined || other === undefined
          ? -Infinity
          : (before[up - 1] ?? -Infinity) + score(one, other, ratio);
      const alone = i > 0 ? (before[up] ?? -Infinity) - GAP : -Infinity;
      const facing = j > 0 ? (here[k - 1] ?? -Infinity) - GAP : -Infinity;
      const best = Math.max(both, alone, facing);
      here[k] = best;
      moves[i * width + k] = best === both ? 0 : best === alone ? 1 : 2;
    }
    before = here;
  }
  const pairs: (readonly [Heading, Heading])[] = [];
  let i = n;
  let j = m;
  while (i > 0 && j > 0) {
    const move = moves[i * width + (j - first(i))];
    const one = left[i - 1];
    const other = right[j - 1];
    if (move === 0 && one !== undefined && other !== undefined) pairs.push([one, other]);
    if (move !== 2) i -= 1;
    if (move !== 1) j -= 1;
  }
  return pairs.reverse();
}
