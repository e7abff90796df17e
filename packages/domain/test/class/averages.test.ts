import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averagesOf } from '../../src/index.ts';

const of = (...totals: readonly number[]) => totals.map((total) => ({ total, of: 1_000 }));

test.each([
  ['nobody', [], null],
  ['one alone: it would be what they got', of(700), null],
  ['two', of(700, 800), null],
  ['three: the one in the middle', of(900, 0, 600), { mean: 500, median: 600 }],
  [
    'four: halfway between the two in the middle',
    of(0, 1_000, 700, 800),
    { mean: 625, median: 750 },
  ],
  ['what is no whole hundredth is rounded', of(100, 100, 101), { mean: 100, median: 100 }],
  ['what is worth nothing has none', [0, 0, 0].map((total) => ({ total, of: 0 })), null],
  ['what is of different worth is not compared', [...of(700, 800), { total: 500, of: 500 }], null],
])('%s', (_what, all, expected) => {
  expect(averagesOf(all)).toEqual(expected);
});

test('both lie between the least and the most, whatever the order', () => {
  const points = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 400 });
  fc.assert(
    fc.property(points, (totals) => {
      const told = averagesOf(of(...totals));
      expect(told).toEqual(averagesOf(of(...totals.toReversed())));
      for (const average of [told?.mean ?? -1, told?.median ?? -1]) {
        expect(average).toBeGreaterThanOrEqual(Math.min(...totals));
        expect(average).toBeLessThanOrEqual(Math.max(...totals));
      }
    }),
  );
});
