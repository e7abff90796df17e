import type { AssignmentTimes } from './assignment-times.ts';
import type { CountRule } from './count-score.ts';
import type { GateRule } from './gate.ts';
import type { Instant } from './instant.ts';
import type { NameChoice } from './names.ts';

/** What students go by once an assignment is published. */
export interface Promised extends CountRule, AssignmentTimes {
  readonly work: string;
  readonly clauses: readonly string[];
  readonly gate: GateRule;
  readonly byGroups: boolean;
  readonly names: NameChoice;
}

export interface PromisedTo {
  readonly now: Instant;
  readonly isReleased: boolean;
  /** Clauses on which something was written. */
  readonly written: ReadonlySet<string>;
}

/**
 * Whether whatever opens by one rule has opened by another as well: nobody is shut out of what they
 * might have read already.
 */
export function opensNoLess(before: GateRule, after: GateRule): boolean {
  if (after.kind === 'none') return true;
  switch (before.kind) {
    case 'none':
      return false;
    case 'hand':
      return true;
    case 'time':
      return after.kind === 'time' && after.at <= before.at;
    case 'count':
      return isCounted(after) && after.notes <= before.notes;
    case 'group-count':
      // Of the notes of a group one alone need be one's own.
      return isCounted(after) && after.notes <= (after.kind === 'count' ? 1 : before.notes);
  }
}

const isCounted = (
  rule: GateRule,
): rule is Extract<GateRule, { readonly kind: 'count' | 'group-count' }> =>
  rule.kind === 'count' || rule.kind === 'group-count';

const scoring = [
  'leastLength',
  'notes',
  'replies',
  'per',
  'coverage',
  'how',
  'late',
  'points',
] as const;
const neverMore = ['leastLength', 'notes', 'replies', 'coverage'] as const;

export type FixedField =
  | (typeof scoring)[number]
  | 'work'
  | 'clauses'
  | 'gate'
  | 'byGroups'
  | 'names'
  | 'opens'
  | 'due'
  | 'closes';

/** What of a change would break what students were promised; empty where none of it does. */
export function fixedFields(
  before: Promised,
  after: Promised,
  { now, isReleased, written }: PromisedTo,
): readonly FixedField[] {
  const kept = new Set(after.clauses);
  const isLost = before.clauses.some((uid) => written.has(uid) && !kept.has(uid));
  const fixed: FixedField[] = [];
  if (before.work !== after.work) fixed.push('work');
  if (isLost) fixed.push('clauses');
  if (!opensNoLess(before.gate, after.gate)) fixed.push('gate');
  if (before.byGroups !== after.byGroups) fixed.push('byGroups');
  if (before.names !== after.names) fixed.push('names');
  if (before.opensAt <= now && after.opensAt > before.opensAt) fixed.push('opens');
  if (isTooEarly(before.dueAt, after.dueAt, now)) fixed.push('due');
  if (isTooEarly(before.closesAt, after.closesAt, now)) fixed.push('closes');
  if (isReleased) fixed.push(...scoring.filter((field) => before[field] !== after[field]));
  else {
    fixed.push(...neverMore.filter((field) => after[field] > before[field]));
    if (before.per !== after.per) fixed.push('per');
  }
  return fixed;
}

/** A limit may come forward, but not into the past: what was in time stays so. */
function isTooEarly(before: Instant | null, after: Instant | null, now: Instant): boolean {
  if (after === null || (before !== null && after >= before)) return false;
  return after < now;
}
