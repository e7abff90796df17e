import type { LengthRatio } from '../proposal.ts';
import type { Measured } from './measure.ts';

const IMPOSSIBLE = Infinity;
// Letters added to both sides: a word more or less weighs little in a short sentence.
const CUSHION = 8;

/** How far two lengths are from what the ratio makes one expect, in standard deviations. */
export function deviation(left: number, right: number, { ratio, spread }: LengthRatio): number {
  const scale = Math.max(1, ratio);
  const expected = left * ratio + CUSHION * scale;
  return Math.log((right + CUSHION * scale) / expected) / spread;
}

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

/** Two units side by side; the smaller the likelier. */
export function costOfTwo(left: Measured, right: Measured, ratio: LengthRatio): number {
  if ((left.depth === null) !== (right.depth === null)) return IMPOSSIBLE;
  if (left.row !== null && right.row !== null && left.row !== right.row) return IMPOSSIBLE;
  if (isSameText(left, right)) return numbers(left.number, right.number) - 6;
  const z = deviation(left.weight, right.weight, ratio);
  const isShortened = (left.isFragment && z > 0) || (right.isFragment && z < 0);
  const length = isShortened ? Math.min(1, (z * z) / 2) : Math.min(8, (z * z) / 2);
  if (left.depth !== null && right.depth !== null) {
    const isSame = left.depth === right.depth;
    return numbers(left.number, right.number) + length / 4 + (isSame ? -1.5 : 3);
  }
  const paragraph = left.opens === right.opens ? (left.opens ? -1 : -0.2) : 0.8;
  return numbers(left.number, right.number) + sharedDigits(left, right) + paragraph + length;
}

/** One sentence for several of one paragraph. */
export function costOfSeveral(
  left: readonly Measured[],
  right: readonly Measured[],
  ratio: LengthRatio,
): number {
  const all = [...left, ...right];
  if (all.some(({ depth }) => depth !== null)) return IMPOSSIBLE;
  if (left.slice(1).some(isBegun) || right.slice(1).some(isBegun)) return IMPOSSIBLE;
  const [first] = left;
  const [other] = right;
  if (first === undefined || other === undefined) return IMPOSSIBLE;
  if (new Set(all.flatMap(({ row }) => row ?? [])).size > 1) return IMPOSSIBLE;
  const z = deviation(weigh(left), weigh(right), ratio);
  const several = 2.2 + 1.3 * (all.length - 3);
  const paragraph = first.opens === other.opens ? (first.opens ? -1 : -0.2) : 0.8;
  return several + paragraph + numbers(first.number, other.number) + Math.min(8, (z * z) / 2);
}

/** Words that both languages leave as they are, such as a notice in a third. */
export const isSameText = (left: Measured, right: Measured): boolean =>
  left.words === right.words && left.weight >= CUSHION;

const isBegun = ({ opens, number }: Measured): boolean => opens || number !== null;
const weigh = (units: readonly Measured[]): number =>
  units.reduce((sum, { weight }) => sum + weight, 0);
