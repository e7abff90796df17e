import { fail, ok } from '../../result.ts';
import type { Correction } from '../correction.ts';
import type { ImportProposal, ProposedUnit } from '../proposal.ts';
import { withLevel } from './change-levels.ts';
import { lowest, withoutUnit } from './change-units.ts';
import { changeRows, changeUnits, idsOf, placeOf, rowOf, rowWith, type Changed } from './edit.ts';

type Of<Name extends Correction['do']> = Extract<Correction, { readonly do: Name }>;

export function gap(proposal: ImportProposal, { side, after, kind }: Of<'gap'>): Changed {
  const at = proposal.sides[side];
  if (at === undefined) return fail('no-such-side');
  const index = after === null ? 0 : at.units.findIndex(({ id }) => id === after) + 1;
  if (after !== null && index === 0) return fail('no-such-unit');
  const before = at.units[index - 1];
  const unit: ProposedUnit = {
    id: proposal.nextId,
    kind,
    depth: kind === 'heading' ? Math.max(1, lowest(proposal)) : null,
    opens: kind === 'sentence' && before?.kind !== 'sentence',
    label: '',
    number: null,
    text: null,
    pieces: [],
    notes: [],
  };
  const levelled = kind === 'heading' ? withLevel(proposal, unit.depth ?? 1) : proposal;
  if (levelled === null) return fail('too-deep');
  const changed = changeUnits(levelled, { side, index, remove: 0, insert: [unit] });
  const row = after === null ? 0 : rowOf(proposal, after) + 1;
  // Inside a row of several the new row would cross it.
  const pair = after === null ? undefined : proposal.pairs[row - 1];
  const isInside = pair !== undefined && idsOf(pair, side).at(-1) !== after;
  if (isInside) return fail('not-at-the-edge');
  const rows = [{ ...rowWith(side, unit.id), checked: true }];
  return ok({ ...changeRows(changed, row, 0, rows), nextId: proposal.nextId + 1 });
}

export function close(proposal: ImportProposal, { unit: id }: Of<'close'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { side, index, unit } = place.value;
  if (unit.text !== null) return fail('not-a-gap');
  const changed = changeUnits(proposal, { side, index, remove: 1, insert: [] });
  return ok(withoutUnit(changed, id, side, []));
}
