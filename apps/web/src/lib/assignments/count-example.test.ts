import type { CountRule } from '@glossator/domain';
import { expect, test } from 'vitest';
import { countExample } from './count-example.ts';

const rule: CountRule = {
  notes: 2,
  replies: 1,
  per: 'clause',
  coverage: 0,
  leastLength: 100,
  how: 'scaled',
  late: 'counted',
  points: 10,
};

test.each<[string, Partial<CountRule>, number, [number, number, number]]>([
  ['per clause', {}, 4, [12, 9, 750]],
  ['one clause', {}, 1, [3, 2, 667]],
  ['in all', { per: 'assignment', notes: 5, replies: 3 }, 4, [8, 6, 750]],
  ['in all, spread', { per: 'assignment', notes: 5, replies: 3, coverage: 2 }, 4, [10, 8, 800]],
  [
    'spread wider than counted',
    { per: 'assignment', notes: 1, replies: 0, coverage: 3 },
    4,
    [4, 3, 750],
  ],
  ['all or nothing', { how: 'all-or-nothing' }, 4, [12, 9, 0]],
  ['one thing', { replies: 0, notes: 1 }, 1, [1, 0, 0]],
  ['nothing asked', { replies: 0, notes: 0 }, 4, [0, 0, 1000]],
])('%s', (_, changed, clauses, expected) => {
  const { needed, taken, hundredths } = countExample({ ...rule, ...changed }, clauses);
  expect([needed, taken, hundredths]).toEqual(expected);
});
