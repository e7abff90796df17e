import { expect, test } from 'vitest';
import { afterPress, changeRows, nobody } from './front-values.ts';

const rows = ['a', 'b', 'c'].map((family) => ({ ...nobody('person'), family }));
const after = (press: string) => changeRows(rows, press).map(({ family }) => family || '+');

test.each([
  ['person', ['a', 'b', 'c', '+'], 'c-3-family'],
  ['group', ['a', 'b', 'c', '+'], 'c-3-family'],
  ['up:1', ['b', 'a', 'c'], 'c-0-up'],
  ['up:0', ['a', 'b', 'c'], 'c-0-up'],
  ['down:1', ['a', 'c', 'b'], 'c-2-down'],
  ['down:2', ['a', 'b', 'c'], 'c-2-down'],
  ['remove:0', ['b', 'c'], 'byline'],
  ['remove:7', ['a', 'b', 'c'], 'byline'],
])('%s', (press, expected, looked) => {
  expect(after(press)).toEqual(expected);
  expect(afterPress(rows, press)).toBe(looked);
});

test('a group is added as a group', () => {
  expect(changeRows([], 'group')).toEqual([nobody('group')]);
});
