import { limits, type ClauseRange } from '@glossator/contract';
import type { Unit } from '@glossator/document';
import { Refusal } from '../../refusal.ts';
import { focusOn } from '../works/address.ts';
import type { Structure } from '../works/text-store.ts';

/** A range as it is stored, and the clauses in it. */
export interface ChosenRange {
  readonly from: string;
  readonly to: string;
  readonly segments: readonly Unit[];
}

export interface Chosen {
  readonly ranges: readonly ChosenRange[];
  /** Uids in the order of the text. */
  readonly clauses: readonly string[];
}

const uid = /^s-[0-9a-hjkmnp-tv-z]{8}$/;

function addressOf(structure: Structure, name: string): string {
  if (!uid.test(name)) return name;
  const unit = structure.byUid.get(name);
  if (unit === undefined)
    throw new Refusal('clause-elsewhere', `There is no ${name} in this work; choose in one work.`);
  return unit.path;
}

/** Both ends as units of this work, and what is between them. */
function resolve(structure: Structure, { from, to }: ClauseRange): ChosenRange {
  const [first, last] = [addressOf(structure, from), addressOf(structure, to)];
  const address = first === last ? first : `${first}-${last}`;
  const focus = orElsewhere(() => focusOn(structure, address));
  // A heading is a clause where nothing else was chosen: none asks for notes on each heading.
  const sentences = focus.segments.filter(({ kind }) => kind === 'sentence');
  const segments = sentences.length > 0 ? sentences : focus.segments;
  const ends = [focus.unit ?? focus.segments[0], focus.unit ?? focus.segments.at(-1)];
  return { from: ends[0]?.uid ?? '', to: ends[1]?.uid ?? '', segments };
}

function orElsewhere<Found>(find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found')
      throw new Refusal('clause-elsewhere', error.message);
    throw error;
  }
}

const start = ({ segments }: ChosenRange): number => segments[0]?.ord ?? 0;
const end = ({ segments }: ChosenRange): number => segments.at(-1)?.ord ?? 0;

/** One of two that have a clause in common. */
function merge(left: ChosenRange, right: ChosenRange): ChosenRange {
  if (end(right) <= end(left)) return left;
  const known = new Set(left.segments);
  const segments = [...left.segments, ...right.segments.filter((each) => !known.has(each))];
  return { from: segments[0]?.uid ?? '', to: segments.at(-1)?.uid ?? '', segments };
}

/** Ranges as they were typed or chosen, in the order of the text; those that overlap are one. */
export function chooseClauses(structure: Structure, asked: readonly ClauseRange[]): Chosen {
  const found = asked
    .map((range) => resolve(structure, range))
    .toSorted((a, b) => start(a) - start(b) || end(b) - end(a));
  const ranges: ChosenRange[] = [];
  for (const range of found) {
    const before = ranges.at(-1);
    if (before !== undefined && start(range) <= end(before))
      ranges.splice(-1, 1, merge(before, range));
    else ranges.push(range);
  }
  const clauses = ranges.flatMap(({ segments }) => segments.map((segment) => segment.uid));
  if (clauses.length > limits.assignmentClauses)
    throw new Refusal(
      'clauses-too-many',
      `These are ${String(clauses.length)} clauses; at most ${String(limits.assignmentClauses)} can be set.`,
    );
  return { ranges, clauses };
}
