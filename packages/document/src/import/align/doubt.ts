import type { LengthRatio, PairDoubt } from '../proposal.ts';
import { deviation, isSameText } from './cost.ts';
import type { Measured } from './measure.ts';

// Standard deviations: about one row in four hundred lies outside by chance.
const DOUBTED = 3;

const total = (units: readonly Measured[]): number =>
  units.reduce((sum, { weight }) => sum + weight, 0);

/** Why a person should look at a row of two languages. */
export function doubtOf(
  left: readonly Measured[],
  right: readonly Measured[],
  ratio: LengthRatio,
): PairDoubt | null {
  const [one] = left;
  const [other] = right;
  if (one === undefined || other === undefined) return 'one-sided';
  if ([...left, ...right].some(({ depth }) => depth !== one.depth)) return 'kinds';
  if (one.number !== other.number && one.number !== null && other.number !== null) {
    return 'numerals';
  }
  if (left.length > 1 || right.length > 1) return 'counts';
  if (one.depth !== null || isSameText(one, other)) return null;
  return Math.abs(deviation(total(left), total(right), ratio)) > DOUBTED ? 'length' : null;
}
