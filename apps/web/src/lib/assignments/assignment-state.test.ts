import { expect, test } from 'vitest';
import { assignmentState, fromNow, groupAssignments } from './assignment-state.ts';

const day = (n: number): string => `2027-03-${String(n).padStart(2, '0')}T12:00:00.000000Z`;
const times = { opens: day(2), due: day(9), closes: day(12) };

test.each([
  [day(1), 'coming'],
  [day(2), 'open'],
  // The moment of a limit is still in time, whatever the width of its fraction.
  ['2027-03-09T12:00:00.000Z', 'open'],
  ['2027-03-09T12:00:00.001Z', 'late'],
  ['2027-03-12T12:00:00.000Z', 'late'],
  [day(13), 'closed'],
])('at %s it is %s', (now, state) => {
  expect(assignmentState(times, day(1), now)).toBe(state);
  expect(assignmentState(times, null, now)).toBe('draft');
});

test('what has no limit is neither late nor closed', () => {
  expect(assignmentState({ opens: day(2), due: null, closes: null }, day(1), day(30))).toBe('open');
});

test.each([
  [day(9), 'in 7 days'],
  ['2027-03-04T11:00:00Z', 'in 47 hours'],
  ['2027-03-02T13:59:00Z', 'in 119 minutes'],
  ['2027-03-02T12:00:20Z', 'in 1 minute'],
  ['2027-03-02T11:59:50Z', '1 minute ago'],
  [day(1), '24 hours ago'],
])('%s from the second at noon', (iso, words) => {
  expect(fromNow(iso, day(2), 'en')).toBe(words);
});

test('what is under way stands by when it ends, what is over the last first', () => {
  const item = (id: string, opens: number, due: number | null, closes: number | null) => ({
    id,
    opens: day(opens),
    due: due === null ? null : day(due),
    closes: closes === null ? null : day(closes),
  });
  const items = [
    item('over', 1, 2, 3),
    item('over later', 2, 3, 4),
    item('whenever', 3, null, null),
    item('soon', 4, 11, null),
    item('sooner', 5, null, 11),
    item('late', 5, 9, null),
    item('next', 20, null, null),
  ];
  const groups = groupAssignments(items, (each) => assignmentState(each, day(1), day(10)));
  expect(groups.map(({ group, items: some }) => [group, some.map(({ id }) => id)])).toEqual([
    ['now', ['late', 'soon', 'sooner', 'whenever']],
    ['coming', ['next']],
    ['past', ['over later', 'over']],
  ]);
});
