import { fail, ok } from '../../result.ts';
import { alignStretch } from '../align/align-stretch.ts';
import { pairOf } from '../align/align-sides.ts';
import { measureUnit, type Measured } from '../align/measure.ts';
import type { Correction } from '../correction.ts';
import type { ImportProposal, ProposedPair } from '../proposal.ts';
import { changeRows, idsOf, placeOf, rowOf, withIds, type Changed } from './edit.ts';

type Of<Name extends Correction['do']> = Extract<Correction, { readonly do: Name }>;

export function join(proposal: ImportProposal, { unit }: Of<'join'>): Changed {
  if (proposal.sides.length < 2) return fail('one-language');
  const row = rowOf(proposal, unit);
  const pair = proposal.pairs[row];
  if (pair === undefined) return fail('no-such-unit');
  const next = proposal.pairs[row + 1];
  if (next === undefined) return fail('nothing-after');
  const left = [...pair.left, ...next.left];
  const right = [...pair.right, ...next.right];
  return ok(changeRows(proposal, row, 2, [{ ...pair, left, right, checked: false }]));
}

export function part(proposal: ImportProposal, { unit }: Of<'part'>): Changed {
  const row = rowOf(proposal, unit);
  const pair = proposal.pairs[row];
  if (pair === undefined) return fail('no-such-unit');
  const count = Math.max(pair.left.length, pair.right.length);
  if (count < 2) {
    if (pair.left.length + pair.right.length < 2) return fail('nothing-to-do');
    const rows = [withIds(pair, 1, []), withIds(pair, 0, [])];
    return ok(changeRows(proposal, row, 1, rows));
  }
  const rows = Array.from({ length: count }, (_, i): ProposedPair => ({
    left: pair.left.slice(i, i + 1),
    right: pair.right.slice(i, i + 1),
    doubt: null,
    checked: false,
  }));
  return ok(changeRows(proposal, row, 1, rows));
}

export function move(proposal: ImportProposal, { unit, to }: Of<'move'>): Changed {
  if (proposal.sides.length < 2) return fail('one-language');
  const place = placeOf(proposal, unit);
  if (!place.ok) return place;
  const { side } = place.value;
  const row = rowOf(proposal, unit);
  const isBack = to === 'previous';
  const pair = proposal.pairs[row];
  const other = proposal.pairs[isBack ? row - 1 : row + 1];
  if (pair === undefined) return fail('no-such-unit');
  if (other === undefined) return fail(isBack ? 'nothing-before' : 'nothing-after');
  const ids = idsOf(pair, side);
  if (ids.at(isBack ? 0 : -1) !== unit) return fail('not-at-the-edge');
  const from = withIds(
    pair,
    side,
    ids.filter((id) => id !== unit),
  );
  const there = idsOf(other, side);
  const into = withIds(other, side, isBack ? [...there, unit] : [unit, ...there]);
  return ok(changeRows(proposal, isBack ? row - 1 : row, 2, isBack ? [into, from] : [from, into]));
}

const isTwoSided = ({ left, right }: ProposedPair): boolean => left.length > 0 && right.length > 0;

/** How far rows may be proposed again: up to one that a person has checked, or to two headings. */
function limits(
  proposal: ImportProposal,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } {
  const headings = new Set(
    proposal.sides.flatMap(({ units }) =>
      units.filter(({ kind }) => kind === 'heading').map(({ id }) => id),
    ),
  );
  const isLimit = (pair: ProposedPair | undefined): boolean =>
    pair !== undefined &&
    isTwoSided(pair) &&
    (pair.checked || (pair.doubt === null && headings.has(pair.left[0] ?? 0)));
  let start = from;
  while (start > 0 && !isLimit(proposal.pairs[start - 1])) start -= 1;
  let end = to + 1;
  while (end < proposal.pairs.length && !isLimit(proposal.pairs[end])) end += 1;
  return { start, end };
}

export function pair(proposal: ImportProposal, { left, right }: Of<'pair'>): Changed {
  const { lengths } = proposal;
  if (proposal.sides.length < 2 || lengths === null) return fail('one-language');
  const rows = [rowOf(proposal, left), rowOf(proposal, right)];
  const [one, other] = [placeOf(proposal, left), placeOf(proposal, right)];
  if (!one.ok || !other.ok || one.value.side !== 0 || other.value.side !== 1)
    return fail('no-such-unit');
  const from = Math.min(...rows);
  const to = Math.max(...rows);
  const between = proposal.pairs.slice(from, to + 1);
  const isCrossed = between.some(
    (each, i) => each.checked && isTwoSided(each) && !rows.includes(from + i),
  );
  if (isCrossed) return fail('would-cross');
  const { start, end } = limits(proposal, from, to);
  const stretch = proposal.pairs.slice(start, end);
  const measured = [0, 1].map((side): readonly Measured[] => {
    const ids = new Set(stretch.flatMap((each) => idsOf(each, side)));
    return (proposal.sides[side]?.units ?? []).filter(({ id }) => ids.has(id)).map(measureUnit);
  });
  const [lefts = [], rights = []] = measured;
  const i = lefts.findIndex(({ id }) => id === left);
  const j = rights.findIndex(({ id }) => id === right);
  const propose = (a: readonly Measured[], b: readonly Measured[]): readonly ProposedPair[] =>
    alignStretch(a, b, lengths).map((row) => pairOf(row, lengths));
  const fixed: ProposedPair = { left: [left], right: [right], doubt: null, checked: true };
  return ok(
    changeRows(proposal, start, end - start, [
      ...propose(lefts.slice(0, i), rights.slice(0, j)),
      fixed,
      ...propose(lefts.slice(i + 1), rights.slice(j + 1)),
    ]),
  );
}

export function check(proposal: ImportProposal, { unit, checked }: Of<'check'>): Changed {
  const row = rowOf(proposal, unit);
  const found = proposal.pairs[row];
  if (found === undefined) return fail('no-such-unit');
  if (found.checked === checked) return fail('nothing-to-do');
  return ok({ ...proposal, pairs: proposal.pairs.with(row, { ...found, checked }) });
}
