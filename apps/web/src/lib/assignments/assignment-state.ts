import type { AssignmentSummary, AssignmentTimesView } from '@glossator/contract';
import { m } from '../paraglide/messages.js';

export type AssignmentState = 'draft' | 'coming' | 'open' | 'late' | 'closed';

/** Where an assignment is at a moment; the moment of a limit is still in time. */
export function assignmentState(
  { opens, due, closes }: AssignmentTimesView,
  published: AssignmentSummary['published'],
  now: string,
): AssignmentState {
  if (published === null) return 'draft';
  const at = Date.parse(now);
  if (at < Date.parse(opens)) return 'coming';
  if (closes !== null && at > Date.parse(closes)) return 'closed';
  return due !== null && at > Date.parse(due) ? 'late' : 'open';
}

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How far from now, in the largest unit of which there are two: `in 36 hours`, `3 days ago`. */
export function fromNow(iso: string, now: string, locale: string): string {
  const seconds = (Date.parse(iso) - Date.parse(now)) / 1000;
  const [unit, length] =
    steps.find(([, each]) => Math.abs(seconds) >= 2 * each) ?? (['minute', 60] as const);
  const count = Math.trunc(seconds / length);
  // Nothing is due in no time: what is left of a minute counts as one.
  const shown = count === 0 ? Math.sign(seconds) || 1 : count;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(shown, unit);
}

/** What is next, or what was last: `due in 3 days`. */
export function stateWords(
  state: AssignmentState,
  { opens, due, closes }: AssignmentTimesView,
  now: string,
  locale: string,
): string {
  const when = (iso: string | null) => ({ time: fromNow(iso ?? now, now, locale) });
  switch (state) {
    case 'draft':
      return m.assign_state_draft();
    case 'coming':
      return m.assign_state_opens(when(opens));
    case 'late':
      return m.assign_state_was_due(when(due));
    case 'closed':
      return m.assign_state_closed(when(closes));
    case 'open':
      if (due !== null) return m.assign_state_due(when(due));
      return closes === null ? m.assign_state_open() : m.assign_state_closes(when(closes));
  }
}

const groupOf = {
  draft: 'drafts',
  coming: 'coming',
  open: 'now',
  late: 'now',
  closed: 'past',
} as const;
export const groups = ['now', 'coming', 'drafts', 'past'] as const;
export type AssignmentGroup = (typeof groups)[number];

/** Assignments as a list shows them: what is under way by when it is due, what is over the last first. */
export function groupAssignments<Item extends AssignmentTimesView>(
  items: readonly Item[],
  stateOf: (item: Item) => AssignmentState,
): readonly { readonly group: AssignmentGroup; readonly items: readonly Item[] }[] {
  const by = Map.groupBy(items, (item) => groupOf[stateOf(item)]);
  const next = ({ due, closes }: AssignmentTimesView): number =>
    Math.min(
      due === null ? Infinity : Date.parse(due),
      closes === null ? Infinity : Date.parse(closes),
    );
  const sorted = (group: AssignmentGroup): readonly Item[] => {
    const some = by.get(group) ?? [];
    // Infinity less itself is no number.
    if (group === 'now')
      return some.toSorted((one, other) =>
        next(one) === next(other) ? 0 : next(one) - next(other),
      );
    return group === 'past' ? some.toReversed() : some;
  };
  return groups.flatMap((group) => {
    const some = sorted(group);
    return some.length === 0 ? [] : [{ group, items: some }];
  });
}
