import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide, groupsOfSize } from '../../src/index.ts';

test('the turn is reversed at each round: who wrote most is with who wrote least', () => {
  expect(divide([1, 2, 3, 4, 5, 6], 3)).toEqual([
    [1, 6],
    [2, 5],
    [3, 4],
  ]);
});

test('everybody is in one group, and sizes differ by one at most', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(), { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      (all, size) => {
        const groups = divide(all, groupsOfSize(all.length, size));
        expect(groups.flat().sort()).toEqual([...all].sort());
        const sizes = groups.map((group) => group.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(size, all.length));
      },
    ),
  );
});
