import { fail, ok } from '../../result.ts';
import { segmentSentences } from '../../segment.ts';
import { codePointSlice } from '../../offsets.ts';
import type { Correction } from '../correction.ts';
import { comparePieces, slicePieces, textOfPieces } from '../pieces.ts';
import type { Furniture, ImportProposal, ProposedUnit } from '../proposal.ts';
import type { Piece } from '../source.ts';
import { withoutUnit } from './change-units.ts';
import {
  changeRows,
  changeUnits,
  idsOf,
  placeOf,
  rowOf,
  rowWith,
  withIds,
  type Changed,
} from './edit.ts';

type Of<Name extends Correction['do']> = Extract<Correction, { readonly do: Name }>;

function isBefore(left: readonly Piece[], right: readonly Piece[]): boolean {
  const [one] = left;
  const [other] = right;
  return one !== undefined && other !== undefined && comparePieces(one, other) < 0;
}

export function drop(proposal: ImportProposal, { unit: id, reason }: Of<'drop'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { side, index, unit } = place.value;
  if (unit.text === null) return fail('is-a-gap');
  const { pieces } = unit;
  const furniture: Furniture = {
    id: proposal.nextId,
    reason,
    sure: true,
    byPerson: true,
    text: textOfPieces(pieces, proposal.sources),
    pieces,
  };
  const next = proposal.sides[side]?.units[index + 1];
  const changed = changeUnits(proposal, { side, index, remove: 1, insert: [] });
  // The next sentence is the first of what is left of the paragraph.
  const opened =
    unit.opens && next?.kind === 'sentence' && !next.opens
      ? changeUnits(changed, { side, index, remove: 1, insert: [{ ...next, opens: true }] })
      : changed;
  const at = proposal.furniture.findIndex((each) => isBefore(pieces, each.pieces));
  const where = at === -1 ? proposal.furniture.length : at;
  return ok({
    ...withoutUnit(opened, id, side, []),
    furniture: proposal.furniture.toSpliced(where, 0, furniture),
    nextId: proposal.nextId + 1,
  });
}

export function restore(proposal: ImportProposal, { furniture: id, side }: Of<'restore'>): Changed {
  const at = proposal.sides[side];
  if (at === undefined) return fail('no-such-side');
  const found = proposal.furniture.find((each) => each.id === id);
  if (found === undefined) return fail('no-such-furniture');
  const { pieces, text } = found;
  // Units behind it in the source, and in the side: a person may have put things elsewhere.
  const last = at.units.findLastIndex((unit) => isBefore(unit.pieces, pieces));
  const index = last + 1;
  const before = at.units[last];
  const isApart = before?.kind !== 'sentence' || before.pieces.at(-1)?.block !== pieces[0]?.block;
  const insert = segmentSentences(text, at.lang).map(({ start, end }, i): ProposedUnit => ({
    id: proposal.nextId + i,
    kind: 'sentence',
    depth: null,
    opens: i === 0 && isApart,
    label: '',
    number: null,
    text: codePointSlice(text, start, end),
    pieces: slicePieces(pieces, proposal.sources, start, end),
    notes: [],
  }));
  const changed = changeUnits(proposal, { side, index, remove: 0, insert });
  const row = before === undefined ? -1 : rowOf(proposal, before.id);
  const pair = proposal.pairs[row];
  const ids = pair === undefined ? [] : idsOf(pair, side);
  const cut = before === undefined ? 0 : ids.indexOf(before.id) + 1;
  const rows = insert.map((unit) => rowWith(side, unit.id));
  // Inside a row of several, what stands behind in it is parted from the row.
  const parted =
    pair === undefined || cut === ids.length
      ? changeRows(changed, row + 1, 0, rows)
      : changeRows(changed, row, 1, [
          withIds(pair, side, ids.slice(0, cut)),
          ...rows,
          withIds({ left: [], right: [], doubt: null, checked: false }, side, ids.slice(cut)),
        ]);
  return ok({
    ...parted,
    furniture: proposal.furniture.filter((each) => each.id !== id),
    nextId: proposal.nextId + insert.length,
  });
}

export function confirm(proposal: ImportProposal, { furniture: id }: Of<'confirm'>): Changed {
  const at = proposal.furniture.findIndex((each) => each.id === id);
  const found = proposal.furniture[at];
  if (found === undefined) return fail('no-such-furniture');
  if (found.sure) return fail('nothing-to-do');
  const sure = { ...found, sure: true, byPerson: true };
  return ok({ ...proposal, furniture: proposal.furniture.with(at, sure) });
}
