import type { LengthRatio } from '../proposal.ts';
import { costOfSeveral, costOfTwo } from './cost.ts';
import type { Measured } from './measure.ts';

/*
 * Units of two languages between two fixed rows, by dynamic programming over lengths (W. A. Gale and
 * K. W. Church, "A program for aligning sentences in bilingual corpora", 1993), with two additions:
 * numbers and paragraphs count, and a gap costs for its opening more than for its length, since what
 * a copy loses it loses in one piece.
 */

export interface Row {
  readonly left: readonly Measured[];
  readonly right: readonly Measured[];
}

const OPEN = 4.2;
// Furniture inside a text is where a copy loses something.
const OPEN_AT_INTERRUPTION = 1.2;
const EXTEND = 1.1;
const SHAPES = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
] as const;
// Back from a cell: 0 to 5 a shape, 6 a unit of the left alone, 7 of the right alone.
const LEFT_ALONE = 6;
const RIGHT_ALONE = 7;
const MATCHED = 0;
const IN_LEFT = 1;
const IN_RIGHT = 2;
const LEAST_BAND = 120;

interface Cells {
  readonly matched: Float64Array;
  readonly inLeft: Float64Array;
  readonly inRight: Float64Array;
}

function cells(width: number): Cells {
  return {
    matched: new Float64Array(width).fill(Infinity),
    inLeft: new Float64Array(width).fill(Infinity),
    inRight: new Float64Array(width).fill(Infinity),
  };
}

const at = (array: Float64Array, i: number): number => array[i] ?? Infinity;

function bestState(row: Cells, k: number): { readonly cost: number; readonly state: number } {
  const matched = at(row.matched, k);
  const inLeft = at(row.inLeft, k);
  const inRight = at(row.inRight, k);
  if (matched <= inLeft && matched <= inRight) return { cost: matched, state: MATCHED };
  return inLeft <= inRight ? { cost: inLeft, state: IN_LEFT } : { cost: inRight, state: IN_RIGHT };
}

/** Where the middle of the band stands for each unit of the left: by how much has been said. */
function middles(left: readonly Measured[], right: readonly Measured[]): readonly number[] {
  const total = (units: readonly Measured[]): number =>
    units.reduce((sum, { weight }) => sum + weight + 1, 0);
  const scale = total(right) / Math.max(1, total(left));
  const middle: number[] = [0];
  let said = 0;
  let heard = 0;
  let j = 0;
  for (const unit of left) {
    said += (unit.weight + 1) * scale;
    while (j < right.length && heard < said) {
      heard += (right[j]?.weight ?? 0) + 1;
      j += 1;
    }
    middle.push(j);
  }
  return middle;
}

export function alignStretch(
  left: readonly Measured[],
  right: readonly Measured[],
  ratio: LengthRatio,
): readonly Row[] {
  if (left.length === 0) return right.map((unit) => ({ left: [], right: [unit] }));
  if (right.length === 0) return left.map((unit) => ({ left: [unit], right: [] }));
  const n = left.length;
  const m = right.length;
  const half = Math.min(m, Math.max(LEAST_BAND, Math.abs(n - m) + LEAST_BAND));
  const width = Math.min(m + 1, 2 * half + 1);
  const middle = middles(left, right);
  const from = middle.map((j) => Math.max(0, Math.min(j - half, m + 1 - width)));
  const first = (i: number): number => from[i] ?? 0;
  // Back pointers of three states: shape or step in the low three bits, state before it above.
  const back = [MATCHED, IN_LEFT, IN_RIGHT].map(() => new Uint8Array((n + 1) * width));
  const recent: Cells[] = [];
  const rowAt = (i: number): Cells | undefined => recent[i % 4];

  for (let i = 0; i <= n; i += 1) {
    const here = cells(width);
    recent[i % 4] = here;
    for (let k = 0; k < width; k += 1) {
      const j = first(i) + k;
      const place = i * width + k;
      if (i === 0 && j === 0) here.matched[k] = 0;
      for (const [shape, [a, b]] of SHAPES.entries()) {
        if (a > i || b > j) continue;
        const before = rowAt(i - a);
        const kBefore = j - b - first(i - a);
        if (before === undefined || kBefore < 0 || kBefore >= width) continue;
        const { cost, state } = bestState(before, kBefore);
        if (cost === Infinity || cost >= at(here.matched, k) + 8) continue;
        const two = a === 1 && b === 1;
        const [one, other] = [left[i - 1], right[j - 1]];
        if (one === undefined || other === undefined) continue;
        const own = two
          ? costOfTwo(one, other, ratio)
          : costOfSeveral(left.slice(i - a, i), right.slice(j - b, j), ratio);
        if (cost + own < at(here.matched, k)) {
          here.matched[k] = cost + own;
          const pointers = back[MATCHED];
          if (pointers !== undefined) pointers[place] = shape | (state << 3);
        }
      }
      step(i > 0 ? rowAt(i - 1) : undefined, j - first(i - 1), IN_LEFT, LEFT_ALONE, right[j]);
      step(j > 0 && k > 0 ? here : undefined, k - 1, IN_RIGHT, RIGHT_ALONE, left[i]);

      function step(
        before: Cells | undefined,
        kBefore: number,
        state: typeof IN_LEFT | typeof IN_RIGHT,
        move: number,
        facing: Measured | undefined,
      ): void {
        if (before === undefined || kBefore < 0 || kBefore >= width) return;
        const best = bestState(before, kBefore);
        const own = at(state === IN_LEFT ? before.inLeft : before.inRight, kBefore) + EXTEND;
        const opening = facing?.interrupted === true ? OPEN_AT_INTERRUPTION : OPEN;
        const opened = best.cost + opening;
        const target = state === IN_LEFT ? here.inLeft : here.inRight;
        const pointers = back[state];
        if (pointers === undefined || Math.min(own, opened) === Infinity) return;
        target[k] = Math.min(own, opened);
        pointers[place] = move | ((own <= opened ? state : best.state) << 3);
      }
    }
  }

  const rows: Row[] = [];
  let i = n;
  let j = m;
  const end = rowAt(n);
  let state = end === undefined ? MATCHED : bestState(end, m - first(n)).state;
  while (i > 0 || j > 0) {
    const pointer = back[state]?.[i * width + (j - first(i))] ?? 0;
    const move = pointer & 7;
    const [a, b] =
      move === LEFT_ALONE ? [1, 0] : move === RIGHT_ALONE ? [0, 1] : (SHAPES[move] ?? [1, 1]);
    if (a > i || b > j) break;
    rows.push({ left: left.slice(i - a, i), right: right.slice(j - b, j) });
    i -= a;
    j -= b;
    state = pointer >> 3;
  }
  return rows.reverse();
}
