import { expect, test } from 'vitest';
import {
  casePriority,
  flagActions,
  flagPriority,
  flagStates,
  flagWeight,
  nextFlagState,
} from '../src/index.ts';

test.each([
  ['nobody judged yet', 0, 0, 1],
  ['too few to say', 4, 4, 1],
  ['none of four', 0, 4, 1],
  ['half of them', 5, 10, 1],
  ['none of five', 0, 5, 2 * (2 / 9)],
  ['all of five', 5, 5, 2 * (7 / 9)],
  ['none of fifty', 0, 50, 0.25],
  ['all of fifty', 50, 50, 1.75],
])('weight: %s', (_name, upheld, judged, expected) => {
  expect(flagWeight({ upheld, judged })).toBeCloseTo(expected, 10);
});

test.each([
  [0.25, false, 20],
  [1, false, 20],
  [1.99, false, 20],
  [2, false, 21],
  [5.4, false, 24],
  [9, false, 28],
  [1_000, false, 28],
  [1, true, 29],
])('flags that weigh %d together (unlawful: %s) stand at %d', (weight, unlawful, expected) => {
  const priority = flagPriority({ weight, unlawful });
  expect(priority).toBe(expected);
  expect(priority).toBeLessThan(casePriority.appeal);
});

test('what follows a state of a flag', () => {
  const table = flagStates.map((state) =>
    flagActions.map((action) => nextFlagState(state, action)),
  );
  expect(table).toEqual([
    ['upheld', 'declined', 'ignored', null],
    [null, null, null, 'open'],
    [null, null, null, 'open'],
    [null, null, null, 'open'],
  ]);
});
