import { expect, test } from 'vitest';
import { aboutCount, aboutShare } from '../src/index.ts';

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

test.each([
  [0, 0, null],
  [4, 4, null],
  [0, 5, 0],
  [4, 5, 80],
  [5, 5, 100],
  [2, 7, 30],
  [62, 100, 60],
  [63, 100, 65],
])('%i of %i is told as %o percent', (part, whole, percent) => {
  expect(aboutShare(part, whole)).toBe(percent);
});
