import { limits, type AssignmentForm, type WorkView } from '@glossator/contract';
import type { AssignmentValues } from '../assignments/assignment-values.ts';
import { chooseClauses } from '../assignments/choose-clauses.ts';
import { m } from '../paraglide/messages.js';

/** Boxes and lines of a form as ranges of the work, or what is wrong with them. */
export function typedRanges(
  { clauses, more }: Pick<AssignmentValues, 'clauses' | 'more'>,
  work: WorkView,
): { readonly ranges: AssignmentForm['ranges'] } | { readonly error: string } {
  const lines = more.split('\n').map((line) => line.trim());
  const chosen = chooseClauses(work, [...clauses, ...lines.filter((line) => line !== '')]);
  if (!chosen.ok) {
    const { typed } = chosen;
    switch (chosen.reason) {
      case 'malformed':
        return { error: m.assign_error_clauses_malformed({ typed }) };
      case 'unknown':
        return { error: m.assign_error_clauses_unknown({ typed }) };
      case 'reversed':
        return { error: m.assign_error_clauses_reversed({ typed }) };
    }
  }
  if (chosen.addresses.length === 0) return { error: m.assign_error_clauses_none() };
  if (chosen.addresses.length > limits.assignmentRanges)
    return { error: m.assign_error_clauses_many({ max: limits.assignmentRanges }) };
  return {
    ranges: chosen.addresses.map((address) => {
      const [from = address, to = from] = address.split('-');
      return { from, to };
    }),
  };
}
