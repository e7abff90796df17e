import { expect, test } from 'vitest';
import { aboutCount } from '../src/index.ts';

test.each([
  [0, 0, 4],
  [1, 0, 4],
  [4, 0, 4],
  [5, 5, 9],
  [9, 5, 9],
  [10, 10, 14],
  [1234, 1230, 1234],
])('%i is told as %i to %i', (count, atLeast, atMost) => {
  expect(aboutCount(count)).toEqual({ atLeast, atMost });
});
