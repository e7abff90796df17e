import { doubtOf } from '../align/doubt.ts';
import { measureUnit } from '../align/measure.ts';
import type { CorrectionFailure } from '../correction.ts';
import { foldsOfUnit } from '../folds.ts';
import type { ImportProposal, ProposedPair, ProposedUnit } from '../proposal.ts';
import { fail, ok, type Result } from '../../result.ts';

export type Changed = Result<ImportProposal, CorrectionFailure>;

export interface Place {
  readonly side: number;
  readonly index: number;
  readonly unit: ProposedUnit;
}

/** Where a unit stands. */
export function placeOf({ sides }: ImportProposal, id: number): Result<Place, 'no-such-unit'> {
  for (const [side, { units }] of sides.entries()) {
    const index = units.findIndex((unit) => unit.id === id);
    const unit = units[index];
    if (unit !== undefined) return ok({ side, index, unit });
  }
  return fail('no-such-unit');
}

const holds =
  (id: number) =>
  (pair: ProposedPair): boolean =>
    pair.left.includes(id) || pair.right.includes(id);

/** The row that a unit is in. */
export function rowOf({ pairs }: ImportProposal, id: number): number {
  return pairs.findIndex(holds(id));
}

export const idsOf = (pair: ProposedPair, side: number): readonly number[] =>
  side === 0 ? pair.left : pair.right;

/** The same row with other units on one side, no longer checked. */
export function withIds(pair: ProposedPair, side: number, ids: readonly number[]): ProposedPair {
  const other = side === 0 ? { left: ids } : { right: ids };
  return { ...pair, ...other, checked: false };
}

export function rowWith(side: number, id: number): ProposedPair {
  return withIds({ left: [], right: [], doubt: null, checked: false }, side, [id]);
}

/** What is put in the place of some units of one side: `remove` of them from `index` on. */
export interface UnitChange {
  readonly side: number;
  readonly index: number;
  readonly remove: number;
  readonly insert: readonly ProposedUnit[];
}

/** Units changed, their folds offered anew, the sentence behind them a paragraph's first where it must be. */
export function changeUnits(proposal: ImportProposal, change: UnitChange): ImportProposal {
  const { side, index, remove, insert } = change;
  const at = proposal.sides[side];
  if (at === undefined) return proposal;
  const gone = new Set([...at.units.slice(index, index + remove), ...insert].map(({ id }) => id));
  const first = proposal.folds.findIndex(({ unit }) => gone.has(unit));
  const kept = proposal.folds.filter(({ unit }) => !gone.has(unit));
  const where = first === -1 ? kept.length : first;
  const folds = insert.flatMap((unit) => foldsOfUnit(unit, at.lang));
  const units = at.units.toSpliced(index, remove, ...insert);
  const behind = index + insert.length;
  const next = units[behind];
  const before = units[behind - 1];
  const mustOpen =
    next?.kind === 'sentence' && !next.opens && (before === undefined || before.kind === 'heading');
  const mended = mustOpen ? units.with(behind, { ...next, opens: true }) : units;
  return {
    ...proposal,
    sides: proposal.sides.with(side, { ...at, units: mended }),
    folds:
      folds.length === 0 && kept.length === proposal.folds.length
        ? proposal.folds
        : kept.toSpliced(where, 0, ...folds),
  };
}

/** Rows changed: empty ones go, the others are doubted anew. */
export function changeRows(
  proposal: ImportProposal,
  index: number,
  remove: number,
  insert: readonly ProposedPair[],
): ImportProposal {
  const { sides, lengths } = proposal;
  const wanted = new Set(insert.flatMap(({ left, right }) => [...left, ...right]));
  const units = new Map(
    sides.flatMap((side) =>
      side.units.filter(({ id }) => wanted.has(id)).map((unit) => [unit.id, unit] as const),
    ),
  );
  const measured = (ids: readonly number[]) =>
    ids.flatMap((id) => {
      const unit = units.get(id);
      return unit === undefined ? [] : [measureUnit(unit)];
    });
  const rows = insert
    .filter(({ left, right }) => left.length + right.length > 0)
    .map((pair) => ({
      ...pair,
      doubt: lengths === null ? null : doubtOf(measured(pair.left), measured(pair.right), lengths),
    }));
  return { ...proposal, pairs: proposal.pairs.toSpliced(index, remove, ...rows) };
}
