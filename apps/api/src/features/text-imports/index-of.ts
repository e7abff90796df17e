import {
  type ImportContents,
  type ImportStretch,
  type ImportUnit,
  limits,
} from '@glossator/contract';
import {
  addressesOf,
  type ImportProposal,
  type ProposedPair,
  type ProposedUnit,
} from '@glossator/document/import';

/** What pages ask of a proposal, found once for each state of it. */
export interface Index {
  readonly units: ReadonlyMap<number, ProposedUnit>;
  /** Address that each row will have. */
  readonly addresses: readonly string[];
  /** Numbers of the rows that somebody should look at, in order. */
  readonly doubtful: readonly number[];
  readonly contents: ImportContents;
}

const indexes = new WeakMap<ImportProposal, Index>();

/** A row that a person has not answered for. */
const isDoubtful = (
  { doubt, checked, left, right }: ProposedPair,
  units: ReadonlyMap<number, ProposedUnit>,
): boolean =>
  !checked &&
  (doubt !== null || [...left, ...right].some((id) => (units.get(id)?.notes ?? []).length > 0));

/** Headings to jump to: as deep as leaves few enough for a page. */
const contentsMost = 400;

function contentsOf(
  pairs: readonly ProposedPair[],
  units: ReadonlyMap<number, ProposedUnit>,
): ImportContents {
  const headings = pairs.flatMap(({ left: [first], right: [other] }, row) => {
    const unit = units.get(first ?? other ?? -1);
    if (unit?.kind !== 'heading') return [];
    const text = [...(unit.text ?? '')].slice(0, 80).join('');
    return [{ row, depth: unit.depth ?? 1, text }];
  });
  let deepest = Math.max(0, ...headings.map(({ depth }) => depth));
  const within = () => headings.filter(({ depth }) => depth <= deepest);
  while (deepest > 1 && within().length > contentsMost) deepest -= 1;
  return within().slice(0, contentsMost);
}

export function indexOf(proposal: ImportProposal): Index {
  const known = indexes.get(proposal);
  if (known !== undefined) return known;
  const units = new Map(
    proposal.sides.flatMap(({ units: all }) => all.map((unit) => [unit.id, unit] as const)),
  );
  const made: Index = {
    units,
    addresses: addressesOf(proposal).rows.map(({ path }) => path),
    doubtful: proposal.pairs.flatMap((pair, n) => (isDoubtful(pair, units) ? [n] : [])),
    contents: contentsOf(proposal.pairs, units),
  };
  indexes.set(proposal, made);
  return made;
}

const presentUnit = ({ id, kind, depth, opens, label, text, notes }: ProposedUnit): ImportUnit => ({
  ...{ id, kind, depth, opens, label, text },
  notes: [...notes],
});

/** Rows of a proposal from one on, with the way to what is doubtful before and after them. */
export function stretchOf(
  proposal: ImportProposal,
  { version, from: asked, canUndo }: { version: number; from: number; canUndo: boolean },
): ImportStretch {
  const { units, addresses, doubtful } = indexOf(proposal);
  const total = proposal.pairs.length;
  const from = Math.max(0, Math.min(asked, total - 1));
  const end = Math.min(total, from + limits.importRows);
  const present = (ids: readonly number[]) =>
    ids.flatMap((id) => {
      const unit = units.get(id);
      return unit === undefined ? [] : [presentUnit(unit)];
    });
  return {
    ...{ version, from, total, canUndo },
    rows: proposal.pairs.slice(from, end).map((pair, n) => ({
      n: from + n,
      address: addresses[from + n] ?? '',
      doubt: pair.doubt,
      checked: pair.checked,
      sides: proposal.sides.map((_, side) => present(side === 0 ? pair.left : pair.right)),
    })),
    doubtful: doubtful.length,
    doubtBefore: doubtful.findLast((n) => n < from) ?? null,
    doubtAfter: doubtful.find((n) => n >= end) ?? null,
    depths: proposal.levels.length - 2,
  };
}
