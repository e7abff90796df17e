import type { LengthRatio } from '../proposal.ts';
import type { Measured } from './measure.ts';

// Letters added to both sides: a word more or less weighs little in a short sentence.
const CUSHION = 8;
const LONGEST = 3;

const expected = (weight: number, { ratio }: LengthRatio): number =>
  Math.log(weight * ratio + CUSHION * Math.max(1, ratio));
const said = (weight: number, { ratio }: LengthRatio): number =>
  Math.log(weight + CUSHION * Math.max(1, ratio));

/** How far two lengths are from what the ratio makes one expect, in standard deviations. */
export function deviation(left: number, right: number, ratio: LengthRatio): number {
  return (said(right, ratio) - expected(left, ratio)) / ratio.spread;
}

/** Words that both languages leave as they are, such as a notice in a third. */
export const isSameText = (left: Measured, right: Measured): boolean =>
  left.weight === right.weight && left.weight >= CUSHION && left.words === right.words;

function sharedDigits(left: Measured, right: Measured): number {
  if (left.digits.length === 0 && right.digits.length === 0) return 0;
  const shared = left.digits.filter((each) => right.digits.includes(each)).length;
  if (shared > 0) return -Math.min(2, shared);
  return left.digits.length > 0 && right.digits.length > 0 ? 1.5 : 0.3;
}

function numbers(left: number | null, right: number | null): number {
  if (left === null && right === null) return 0;
  if (left === null || right === null) return 1;
  return left === right ? -4 : 5;
}

const paragraphs = (left: Measured, right: Measured): number => {
  if (left.opens !== right.opens) return 0.8;
  return left.opens ? -1 : -0.2;
};

const isBegun = ({ opens, number, depth }: Measured): boolean =>
  opens || number !== null || depth !== null;
const areApart = (left: number | null, right: number | null): boolean =>
  left !== null && right !== null && left !== right;

/** Logarithms of the lengths of one, two and three units that end at each place. */
function lengths(
  units: readonly Measured[],
  of: (weight: number) => number,
): readonly Float64Array[] {
  return Array.from({ length: LONGEST }, (_, more) => {
    const sums = new Float64Array(units.length);
    for (let i = more; i < units.length; i += 1) {
      let weight = 0;
      for (let k = i - more; k <= i; k += 1) weight += units[k]?.weight ?? 0;
      sums[i] = of(weight);
    }
    return sums;
  });
}

/** How many of the units that end at each place may stand in one row: up to where one begins anew. */
function reaches(units: readonly Measured[]): Uint8Array {
  const reach = new Uint8Array(units.length);
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    const goesOn = before !== undefined && !isBegun(unit) && !areApart(before.row, unit.row);
    reach[i] = goesOn && before.depth === null ? Math.min(LONGEST, (reach[i - 1] ?? 1) + 1) : 1;
  }
  return reach;
}

/**
 * What it costs to put the last `a` of some units beside the last `b` of others; the smaller the
 * likelier, Infinity where it may not be. Computed millions of times: what can be is computed before.
 */
export function costsOf(
  left: readonly Measured[],
  right: readonly Measured[],
  ratio: LengthRatio,
): (a: number, b: number, i: number, j: number) => number {
  const wanted = lengths(left, (weight) => expected(weight, ratio));
  const found = lengths(right, (weight) => said(weight, ratio));
  const reachLeft = reaches(left);
  const reachRight = reaches(right);
  const { spread } = ratio;

  const two = (one: Measured, other: Measured, z: number): number => {
    if ((one.depth === null) !== (other.depth === null)) return Infinity;
    if (areApart(one.row, other.row)) return Infinity;
    const printed = numbers(one.number, other.number);
    if (isSameText(one, other)) return printed - 6;
    const isShortened = (one.isFragment && z > 0) || (other.isFragment && z < 0);
    const length = Math.min(isShortened ? 1 : 8, (z * z) / 2);
    if (one.depth !== null) return printed + length / 4 + (one.depth === other.depth ? -1.5 : 3);
    return printed + sharedDigits(one, other) + paragraphs(one, other) + length;
  };

  return (a, b, i, j) => {
    if ((reachLeft[i - 1] ?? 0) < a || (reachRight[j - 1] ?? 0) < b) return Infinity;
    const one = left[i - a];
    const other = right[j - b];
    if (one === undefined || other === undefined) return Infinity;
    const z = ((found[b - 1]?.[j - 1] ?? 0) - (wanted[a - 1]?.[i - 1] ?? 0)) / spread;
    if (a === 1 && b === 1) return two(one, other, z);
    if (one.depth !== null || other.depth !== null || areApart(one.row, other.row)) return Infinity;
    const several = 2.2 + 1.3 * (a + b - 3);
    const length = Math.min(8, (z * z) / 2);
    return several + paragraphs(one, other) + numbers(one.number, other.number) + length;
  };
}
