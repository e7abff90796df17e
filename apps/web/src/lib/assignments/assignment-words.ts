import type { AssignmentMine, AssignmentView } from '@glossator/contract';
import { m } from '../paraglide/messages.js';

type Rule = Pick<
  AssignmentView,
  'notes' | 'replies' | 'coverage' | 'per' | 'leastLength' | 'points' | 'how'
>;

const comma = (parts: readonly string[]): string => parts.join(m.list_comma());

/** What is to be written: `2 notes, 1 reply to others, on each clause`. */
export function askedWords({ notes, replies, coverage, per }: Rule): string {
  const parts = [
    ...(notes === 0
      ? []
      : [countWords(notes, m.assign_asked_notes_one, m.assign_asked_notes_many)]),
    ...(replies === 0
      ? []
      : [countWords(replies, m.assign_asked_replies_one, m.assign_asked_replies_many)]),
  ];
  if (per === 'clause')
    return parts.length === 0
      ? m.assign_asked_nothing()
      : m.assign_asked_per_clause({ what: comma(parts) });
  const all = coverage === 0 ? parts : [...parts, m.assign_asked_coverage({ count: coverage })];
  return all.length === 0 ? m.assign_asked_nothing() : comma(all);
}

export function countWords(
  count: number,
  one: () => string,
  many: (words: { count: number }) => string,
): string {
  return count === 1 ? one() : many({ count });
}

export const clausesWords = (count: number): string =>
  countWords(count, m.assign_clauses_one, m.assign_clauses_many);

export function pointsWords({ points, how }: Rule): string {
  if (points === 0) return m.assign_points_none();
  return how === 'scaled' ? m.assign_points_scaled({ points }) : m.assign_points_all({ points });
}

export function gateWords(
  { gate }: Pick<AssignmentView, 'gate'>,
  time: (iso: string) => string,
): string {
  switch (gate.kind) {
    case 'none':
      return m.assign_clause_open_none();
    case 'count':
      return countWords(gate.notes, m.assign_facts_gate_count_one, m.assign_facts_gate_count_many);
    case 'group-count':
      return m.assign_facts_gate_group({ count: gate.notes });
    case 'time':
      return m.assign_facts_gate_time({ time: time(gate.at) });
    case 'hand':
      return m.assign_clause_shut_hand();
  }
}

export const nameWords = {
  real: m.assign_names_real_hint,
  pseudonym: m.assign_names_pseudonym_hint,
  blind: m.assign_names_blind_hint,
} as const;

type MyClause = AssignmentMine['clauses'][number];

/** Whether a clause is open to the reader, since when and why; or what opens it. */
export function openWords(
  { open, opensBy, written }: Pick<MyClause, 'open' | 'opensBy' | 'written'>,
  { gate, opens }: Pick<AssignmentView, 'gate' | 'opens'>,
  time: (iso: string) => string,
): string {
  if (open !== null) {
    const since = { time: time(open.at) };
    switch (open.cause) {
      case 'none':
        return m.assign_clause_open_none();
      case 'count':
        return m.assign_clause_open_count(since);
      case 'group-count':
        return m.assign_clause_open_group(since);
      case 'time':
        return m.assign_clause_open_time(since);
      case 'hand':
        return m.assign_clause_open_hand(since);
    }
  }
  switch (gate.kind) {
    case 'count':
      return countWords(
        Math.max(1, (opensBy ?? gate.notes) - written),
        m.assign_clause_shut_more_one,
        m.assign_clause_shut_more_many,
      );
    case 'group-count':
      return m.assign_clause_shut_group({ count: gate.notes });
    case 'time':
      return m.assign_clause_shut_time({ time: time(gate.at) });
    case 'hand':
      return m.assign_clause_shut_hand();
    case 'none':
      return m.assign_clause_shut_time({ time: time(opens) });
  }
}

/** Hundredths of a point as points. */
export const pointsOf = (hundredths: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(hundredths / 100);
