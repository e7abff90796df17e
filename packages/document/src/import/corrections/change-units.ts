import { checkText } from '../../normalise.ts';
import { codePointLength } from '../../offsets.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Correction } from '../correction.ts';
import { jointOf } from '../passage.ts';
import { slicePieces, textOfPieces } from '../pieces.ts';
import type { ImportProposal, ProposedUnit } from '../proposal.ts';
import type { Source } from '../source.ts';
import { withLevel } from './change-levels.ts';
import {
  changeRows,
  changeUnits,
  idsOf,
  placeOf,
  rowOf,
  rowWith,
  withIds,
  type Changed,
  type Place,
} from './edit.ts';

type Of<Name extends Correction['do']> = Extract<Correction, { readonly do: Name }>;

/** The place in the words of the source that a place in the reading text stands for. */
function placeInSource(
  unit: ProposedUnit,
  sources: readonly Source[],
  at: number,
): Result<number, 'edited-here'> {
  const text = [...(unit.text ?? '')];
  const words = [...textOfPieces(unit.pieces, sources)];
  let same = 0;
  while (same < text.length && text[same] === words[same]) same += 1;
  if (at <= same) return ok(at);
  let behind = 0;
  while (behind < text.length && text.at(-1 - behind) === words.at(-1 - behind)) behind += 1;
  return at >= text.length - behind ? ok(words.length - (text.length - at)) : fail('edited-here');
}

export function split(proposal: ImportProposal, { unit: id, at }: Of<'split'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { side, index, unit } = place.value;
  if (unit.text === null) return fail('is-a-gap');
  const characters = [...unit.text];
  const words = [characters.slice(0, at), characters.slice(at)].map((part) => part.join('').trim());
  const [before = '', after = ''] = words;
  if (before === '' || after === '' || at !== Math.trunc(at)) return fail('not-inside');
  const cut = placeInSource(unit, proposal.sources, at);
  if (!cut.ok) return cut;
  const left = slicePieces(unit.pieces, proposal.sources, 0, cut.value);
  const right = slicePieces(unit.pieces, proposal.sources, cut.value, Infinity);
  if (left.length === 0 || right.length === 0) return fail('not-inside');
  const isLabelWhole = before.startsWith(unit.label);
  const first: ProposedUnit = {
    ...unit,
    text: before,
    pieces: left,
    label: isLabelWhole ? unit.label : '',
    number: isLabelWhole ? unit.number : null,
  };
  const second: ProposedUnit = {
    id: proposal.nextId,
    // What is glued to a heading is mostly the text that it stands over.
    kind: 'sentence',
    depth: null,
    opens: unit.kind === 'heading',
    label: '',
    number: null,
    text: after,
    pieces: right,
    notes: [],
  };
  const changed = changeUnits(proposal, { side, index, remove: 1, insert: [first, second] });
  const row = rowOf(proposal, id);
  const pair = proposal.pairs[row];
  if (pair === undefined) return fail('no-such-unit');
  const isAlone = idsOf(pair, 1 - side).length === 0;
  const ids = idsOf(pair, side);
  const rows =
    isAlone || unit.kind === 'heading'
      ? [withIds(pair, side, ids), rowWith(side, second.id)]
      : [withIds(pair, side, ids.toSpliced(ids.indexOf(id) + 1, 0, second.id))];
  // Units behind it in its own row go with the new one, so that rows keep the order.
  const behind = ids.slice(ids.indexOf(id) + 1);
  const parted =
    rows.length === 2 && behind.length > 0
      ? [
          withIds(pair, side, ids.slice(0, ids.indexOf(id) + 1)),
          withIds(rowWith(side, second.id), side, [second.id, ...behind]),
        ]
      : rows;
  return ok({ ...changeRows(changed, row, 1, parted), nextId: proposal.nextId + 1 });
}

export function merge(proposal: ImportProposal, { unit: id }: Of<'merge'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { side, index, unit } = place.value;
  const next = proposal.sides[side]?.units[index + 1];
  if (next === undefined) return fail('nothing-after');
  if (unit.text === null || next.text === null) return fail('is-a-gap');
  const joined: ProposedUnit = {
    ...unit,
    text: unit.text + jointOf(unit.text, next.text, null) + next.text,
    pieces: [...unit.pieces, ...next.pieces],
    notes: [...new Set([...unit.notes, ...next.notes])],
  };
  const changed = changeUnits(proposal, { side, index, remove: 2, insert: [joined] });
  return ok(withoutUnit(changed, next.id, side, [id]));
}

/** A unit out of its row; rows of `touched` are looked at anew. */
export function withoutUnit(
  proposal: ImportProposal,
  id: number,
  side: number,
  touched: readonly number[],
): ImportProposal {
  const row = rowOf(proposal, id);
  const pair = proposal.pairs[row];
  if (pair === undefined) return proposal;
  const rest = withIds(
    pair,
    side,
    idsOf(pair, side).filter((each) => each !== id),
  );
  const without = changeRows(proposal, row, 1, [rest]);
  return touched.reduce((changed, each) => doubtAnew(changed, each), without);
}

function doubtAnew(proposal: ImportProposal, id: number): ImportProposal {
  const row = rowOf(proposal, id);
  const pair = proposal.pairs[row];
  return pair === undefined
    ? proposal
    : changeRows(proposal, row, 1, [{ ...pair, checked: false }]);
}

function replaced(
  proposal: ImportProposal,
  { side, index }: Place,
  unit: ProposedUnit,
): ImportProposal {
  return doubtAnew(changeUnits(proposal, { side, index, remove: 1, insert: [unit] }), unit.id);
}

export function depth(proposal: ImportProposal, { unit: id, depth: wanted }: Of<'depth'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { unit, index } = place.value;
  if (wanted === unit.depth) return fail('nothing-to-do');
  if (wanted === null) {
    return ok(
      replaced(proposal, place.value, { ...unit, kind: 'sentence', depth: null, opens: true }),
    );
  }
  // A title stands before everything, and alone.
  if (wanted < 0 || (wanted === 0 && index > 0)) return fail('too-high');
  const levelled = withLevel(proposal, wanted);
  if (levelled === null) return fail('too-deep');
  return ok(
    replaced(levelled, place.value, { ...unit, kind: 'heading', depth: wanted, opens: false }),
  );
}

export const lowest = ({ levels }: ImportProposal): number => levels.length - 2;

export function lift(proposal: ImportProposal, { unit: id }: Of<'lift'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { unit } = place.value;
  const wanted = unit.depth === null ? Math.max(1, lowest(proposal)) : unit.depth - 1;
  return depth(proposal, { do: 'depth', unit: id, depth: wanted });
}

export function lower(proposal: ImportProposal, { unit: id }: Of<'lower'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { unit } = place.value;
  if (unit.depth === null) return fail('too-deep');
  const wanted = unit.depth + 1;
  return depth(proposal, {
    do: 'depth',
    unit: id,
    depth: wanted > lowest(proposal) ? null : wanted,
  });
}

export function paragraph(proposal: ImportProposal, { unit: id, opens }: Of<'paragraph'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { unit, side, index } = place.value;
  if (unit.kind !== 'sentence') return fail('not-a-sentence');
  const before = proposal.sides[side]?.units[index - 1];
  if (unit.opens === opens) return fail('nothing-to-do');
  if (!opens && before?.kind !== 'sentence') return fail('nothing-before');
  return ok(changeUnits(proposal, { side, index, remove: 1, insert: [{ ...unit, opens }] }));
}

export function text(proposal: ImportProposal, { unit: id, text: given }: Of<'text'>): Changed {
  const place = placeOf(proposal, id);
  if (!place.ok) return place;
  const { unit } = place.value;
  if (unit.text === null) return fail('is-a-gap');
  const checked = checkText(given.trim());
  if (!checked.ok || checked.value.includes('\n')) return fail('faulty-text');
  if (codePointLength(checked.value) === 0) return fail('empty-text');
  if (checked.value === unit.text) return fail('nothing-to-do');
  const isLabelled = checked.value.startsWith(unit.label);
  const label = isLabelled ? unit.label : '';
  const number = isLabelled ? unit.number : null;
  return ok(replaced(proposal, place.value, { ...unit, text: checked.value, label, number }));
}
