import type { LengthRatio } from '../proposal.ts';
import { costsOf } from './cost.ts';
import type { Measured } from './measure.ts';

/*
 * Units of two languages between two fixed rows, by dynamic programming over lengths (W. A. Gale and
 * K. W. Church, "A program for aligning sentences in bilingual corpora", 1993), with two additions:
 * numbers and paragraphs count, and a gap costs for its opening more than for its length, since what
 * a copy loses it loses in one piece. Cells far from the diagonal are left out.
 */

export interface Row {
  readonly left: readonly Measured[];
  readonly right: readonly Measured[];
}

const OPEN = 4.2;
// Furniture inside a text is where a copy loses something.
const OPEN_AT_INTERRUPTION = 1.2;
const EXTEND = 1.1;
// How many units of the left and of the right each shape of a row takes.
const LEFTS = Uint8Array.of(1, 1, 2, 1, 3, 2);
const RIGHTS = Uint8Array.of(1, 2, 1, 3, 1, 2);
// Back from a cell: 0 to 5 a shape, 6 a unit of the left alone, 7 of the right alone.
const LEFT_ALONE = 6;
const RIGHT_ALONE = 7;
const MATCHED = 0;
const IN_LEFT = 1;
const IN_RIGHT = 2;
const ROWS_KEPT = 4;
const LEAST_BAND = 100;

/** One row of cells: the cost of each state, and the best of the three. */
interface Cells {
  readonly matched: Float64Array;
  readonly inLeft: Float64Array;
  readonly inRight: Float64Array;
  readonly best: Float64Array;
  readonly state: Uint8Array;
}

const cells = (width: number): Cells => ({
  matched: new Float64Array(width),
  inLeft: new Float64Array(width),
  inRight: new Float64Array(width),
  best: new Float64Array(width),
  state: new Uint8Array(width),
});

const at = (array: Float64Array, i: number): number => array[i] ?? Infinity;

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

/**
 * Where the band begins in each row. It moves by half of its width at most from row to row, so that
 * one unit that says as much as hundreds does not part it, and ends where the texts end.
 */
function bandOf(
  middle: readonly number[],
  half: number,
  width: number,
  m: number,
): readonly number[] {
  const last = m + 1 - width;
  const step = Math.max(1, Math.floor(width / 2));
  const from = middle.map((j) => Math.max(0, Math.min(j - half, last)));
  from[0] = 0;
  for (let i = 1; i < from.length; i += 1) {
    from[i] = Math.min(from[i] ?? 0, (from[i - 1] ?? 0) + step);
  }
  from[from.length - 1] = last;
  for (let i = from.length - 2; i >= 0; i -= 1) {
    from[i] = Math.max(from[i] ?? 0, (from[i + 1] ?? 0) - step);
  }
  return from;
}

const openingCost = (facing: Measured | undefined): number =>
  facing?.interrupted === true ? OPEN_AT_INTERRUPTION : OPEN;

export function alignStretch(
  left: readonly Measured[],
  right: readonly Measured[],
  ratio: LengthRatio,
): readonly Row[] {
  if (left.length === 0) return right.map((unit) => ({ left: [], right: [unit] }));
  if (right.length === 0) return left.map((unit) => ({ left: [unit], right: [] }));
  const n = left.length;
  const m = right.length;
  const half = Math.min(m, Math.abs(n - m) + LEAST_BAND);
  const width = Math.min(m + 1, 2 * half + 1);
  const from = bandOf(middles(left, right), half, width, m);
  const first = (i: number): number => from[i] ?? 0;
  const costOf = costsOf(left, right, ratio);
  // Back pointers of three states: shape or step in the low three bits, state before it above.
  const backMatched = new Uint8Array((n + 1) * width);
  const backLeft = new Uint8Array((n + 1) * width);
  const backRight = new Uint8Array((n + 1) * width);
  const recent = Array.from({ length: ROWS_KEPT }, () => cells(width));
  const rowAt = (i: number): Cells => recent[i % ROWS_KEPT] ?? cells(width);

  for (let i = 0; i <= n; i += 1) {
    const here = rowAt(i);
    const above = rowAt(i + ROWS_KEPT - 1);
    const befores = [here, above, rowAt(i + ROWS_KEPT - 2), rowAt(i + ROWS_KEPT - 3)];
    const shifts = befores.map((_, a) => first(i) - first(i - a));
    for (let k = 0; k < width; k += 1) {
      const j = first(i) + k;
      const place = i * width + k;
      let matched = i === 0 && j === 0 ? 0 : Infinity;
      for (let shape = 0; shape < LEFTS.length; shape += 1) {
        const a = LEFTS[shape] ?? 1;
        const b = RIGHTS[shape] ?? 1;
        const kBefore = k + (shifts[a] ?? 0) - b;
        const before = befores[a];
        if (a > i || b > j || kBefore < 0 || kBefore >= width || before === undefined) continue;
        const begun = at(before.best, kBefore);
        if (begun === Infinity) continue;
        const cost = begun + costOf(a, b, i, j);
        if (cost >= matched) continue;
        matched = cost;
        backMatched[place] = shape | ((before.state[kBefore] ?? 0) << 3);
      }
      here.matched[k] = matched;

      const up = k + (shifts[1] ?? 0);
      const hasUp = i > 0 && up >= 0 && up < width;
      const goesUp = hasUp ? at(above.inLeft, up) + EXTEND : Infinity;
      const opensUp = hasUp ? at(above.best, up) + openingCost(right[j]) : Infinity;
      const inLeft = Math.min(goesUp, opensUp);
      here.inLeft[k] = inLeft;
      backLeft[place] = LEFT_ALONE | ((goesUp <= opensUp ? IN_LEFT : (above.state[up] ?? 0)) << 3);

      const goesBack = k > 0 ? at(here.inRight, k - 1) + EXTEND : Infinity;
      const opensBack = k > 0 ? at(here.best, k - 1) + openingCost(left[i]) : Infinity;
      const inRight = Math.min(goesBack, opensBack);
      here.inRight[k] = inRight;
      const backState = goesBack <= opensBack ? IN_RIGHT : (here.state[k - 1] ?? 0);
      backRight[place] = RIGHT_ALONE | (backState << 3);

      const isMatched = matched <= inLeft && matched <= inRight;
      here.best[k] = Math.min(matched, inLeft, inRight);
      here.state[k] = isMatched ? MATCHED : inLeft <= inRight ? IN_LEFT : IN_RIGHT;
    }
  }

  const rows: Row[] = [];
  let i = n;
  let j = m;
  let state = rowAt(n).state[m - first(n)] ?? MATCHED;
  while (i > 0 || j > 0) {
    const back = state === MATCHED ? backMatched : state === IN_LEFT ? backLeft : backRight;
    const pointer = back[i * width + (j - first(i))] ?? 0;
    const move = pointer & 7;
    const alone = move === LEFT_ALONE ? [1, 0] : [0, 1];
    const [a = 0, b = 0] = move >= LEFT_ALONE ? alone : [LEFTS[move], RIGHTS[move]];
    if (a > i || b > j) throw new Error('an alignment leads out of its cells');
    rows.push({ left: left.slice(i - a, i), right: right.slice(j - b, j) });
    i -= a;
    j -= b;
    state = pointer >> 3;
  }
  return rows.reverse();
}
