import type { AssignmentView, WorkView } from '@glossator/contract';
import type { AssignmentValues } from '../assignments/assignment-values.ts';
import { checkedIn } from '../assignments/choose-clauses.ts';
import type { ClausePart } from '../assignments/clause-parts.ts';
import { toLocalTime } from './local-time.ts';

export function newTimes(zone: string, now: number) {
  const inDays = (days: number): string =>
    toLocalTime(new Date(now + days * 86_400_000).toISOString(), zone);
  return { opens: `${inDays(0).slice(0, 13)}:00`, due: `${inDays(7).slice(0, 10)}T23:59` };
}

/** A new assignment before anything is typed: open now, due in a week at the end of the day. */
export function newAssignment(work: WorkView, zone: string, now: number): AssignmentValues {
  return {
    title: '',
    question: '',
    clauses: [],
    more: '',
    languages: languagesOf(work),
    ...newTimes(zone, now),
    closes: '',
    late: 'counted',
    per: 'clause',
    notes: '1',
    replies: '0',
    coverage: '0',
    leastLength: '50',
    points: '10',
    how: 'scaled',
    gate: 'count',
    gateNotes: '1',
    gateAt: '',
    byGroups: false,
    names: 'real',
  };
}

export const languagesOf = ({ editions }: Pick<WorkView, 'editions'>): readonly string[] => [
  ...new Set(editions.filter(({ withheld }) => !withheld).map(({ lang }) => lang)),
];

export function storedAssignment(
  view: AssignmentView,
  work: WorkView,
  parts: readonly ClausePart[],
  zone: string,
): AssignmentValues {
  const time = (instant: string | null): string =>
    instant === null ? '' : toLocalTime(instant, zone);
  const boxes = new Set(
    parts.flatMap(({ address, clauses }) => [address, ...clauses.map((each) => each.address)]),
  );
  const { checked, typed } = checkedIn(
    work,
    boxes,
    view.ranges.map(({ address }) => address),
  );
  const { gate } = view;
  return {
    title: view.title,
    question: view.question,
    clauses: checked,
    more: typed.join('\n'),
    languages: view.languages,
    opens: time(view.opens),
    due: time(view.due),
    closes: time(view.closes),
    late: view.late,
    per: view.per,
    notes: String(view.notes),
    replies: String(view.replies),
    coverage: String(view.coverage),
    leastLength: String(view.leastLength),
    points: String(view.points),
    how: view.how,
    gate: gate.kind,
    gateNotes: 'notes' in gate ? String(gate.notes) : '1',
    gateAt: 'at' in gate ? time(gate.at) : '',
    byGroups: view.byGroups,
    names: view.names,
  };
}
