import { expect, test } from 'vitest';
import { keepOrder } from './keep-order.ts';

const threads = (ids: string) => [...ids].map((id) => ({ id }));
const kept = (before: string, now: string): string =>
  keepOrder(threads(before), threads(now))
    .map(({ id }) => id)
    .join('');

test.each([
  ['nothing new, another order', 'abcd', 'dbca', 'abcd'],
  ['a new one at the head', 'abc', 'xabc', 'xabc'],
  ['a new one in the midst', 'abc', 'abxc', 'abxc'],
  ['a new one after one that has risen', 'abc', 'cxab', 'abcx'],
  ['two new ones together', 'ab', 'axyb', 'axyb'],
  ['one that has gone', 'abc', 'ac', 'ac'],
  ['all new', '', 'ab', 'ab'],
])('%s', (_what, before, now, expected) => {
  expect(kept(before, now)).toBe(expected);
});

/** Every order of every choice of these. */
const orders = (ids: string): string[] => [
  '',
  ...[...ids].flatMap((first) => orders(ids.replace(first, '')).map((rest) => first + rest)),
];

test('it has what there is now, and what was shown in the order in which it was', () => {
  for (const before of orders('abc'))
    for (const now of orders('abxy')) {
      const order = kept(before, now);
      expect([...order].toSorted()).toEqual([...now].toSorted());
      expect([...order].filter((id) => before.includes(id)).join('')).toBe(
        [...before].filter((id) => now.includes(id)).join(''),
      );
    }
});
