import { fail, ok } from '../../result.ts';
import type { Correction } from '../correction.ts';
import { foldsOfUnit } from '../folds.ts';
import type { ImportProposal, ProposedFold, ProposedUnit } from '../proposal.ts';
import type { Changed } from './edit.ts';

type Of<Name extends Correction['do']> = Extract<Correction, { readonly do: Name }>;

function folded(text: string, folds: readonly ProposedFold[]): string {
  const characters = [...text];
  for (const { start, end, after } of folds.toReversed())
    characters.splice(start, end - start, after);
  return characters.join('');
}

function foldUnit(unit: ProposedUnit, folds: readonly ProposedFold[]): ProposedUnit {
  if (unit.text === null) return unit;
  const length = [...unit.label].length;
  const inLabel = folds.filter(({ end }) => end <= length);
  return { ...unit, text: folded(unit.text, folds), label: folded(unit.label, inLabel) };
}

export function fold(proposal: ImportProposal, { kind, unit }: Of<'fold'>): Changed {
  const made = new Map<number, ProposedFold[]>();
  for (const each of proposal.folds) {
    if (each.kind !== kind || (unit !== null && each.unit !== unit)) continue;
    const known = made.get(each.unit);
    if (known === undefined) made.set(each.unit, [each]);
    else known.push(each);
  }
  if (made.size === 0) return fail('nothing-to-do');
  const again = new Map<number, readonly ProposedFold[]>();
  const sides = proposal.sides.map((side) => ({
    ...side,
    units: side.units.map((each) => {
      const folds = made.get(each.id);
      if (folds === undefined) return each;
      const changed = foldUnit(each, folds);
      again.set(each.id, foldsOfUnit(changed, side.lang));
      return changed;
    }),
  }));
  const seen = new Set<number>();
  const folds = proposal.folds.flatMap((each): readonly ProposedFold[] => {
    const offered = again.get(each.unit);
    if (offered === undefined) return [each];
    if (seen.has(each.unit)) return [];
    seen.add(each.unit);
    return offered;
  });
  return ok({ ...proposal, sides, folds });
}
