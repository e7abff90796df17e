import fc from 'fast-check';
import { expect, test } from 'vitest';

import { alignStretch, type Row } from '../../src/import/align/align-stretch.ts';
import type { Measured } from '../../src/import/align/measure.ts';

const RATIO = { ratio: 1, spread: 0.2 };

const units = (weights: readonly number[], from: number): readonly Measured[] =>
  weights.map((weight, i) => ({
    id: from + i,
    depth: null,
    number: null,
    opens: false,
    words: String(from + i),
    weight,
    digits: [],
    row: null,
    interrupted: false,
    isFragment: false,
  }));

const align = (left: readonly number[], right: readonly number[]): readonly Row[] =>
  alignStretch(units(left, 0), units(right, 100_000), RATIO);

const ids = (rows: readonly Row[], side: 'left' | 'right'): readonly number[] =>
  rows.flatMap((row) => row[side].map(({ id }) => id));

const many = (n: number, weight = 20): number[] => Array.from({ length: n }, () => weight);

test.each<[string, number[], number[]]>([
  ['one that says as much as all others, last', [...many(500), 50_000], many(500)],
  ['one that says as much as all others, first', [50_000, ...many(500)], many(500)],
  ['the same on the other side', many(500), [...many(250), 50_000, ...many(250)]],
  ['a beginning that is lost', many(600), many(40)],
  ['nothing is said', many(300, 0), many(300, 0)],
])('%s: every unit stands in one row, in order', (_, left, right) => {
  const rows = align(left, right);
  expect(ids(rows, 'left')).toEqual(left.map((__, i) => i));
  expect(ids(rows, 'right')).toEqual(right.map((__, i) => 100_000 + i));
});

test('a run that is lost is one gap', () => {
  const weights = Array.from({ length: 60 }, (_, i) => 20 + ((i * 37) % 90));
  const rows = align(weights, [...weights.slice(0, 20), ...weights.slice(35)]);
  const alone = rows.flatMap(({ left, right }, i) =>
    right.length === 0 ? [i, ...left.map(({ id }) => id)].slice(1) : [],
  );
  expect(alone).toEqual(Array.from({ length: 15 }, (_, i) => 20 + i));
});

test('whatever the lengths, nothing is lost', () => {
  const weights = fc.array(fc.oneof(fc.nat(60), fc.nat(20_000)), { maxLength: 300 });
  fc.assert(
    fc.property(weights, weights, (left, right) => {
      const rows = align(left, right);
      expect(ids(rows, 'left')).toHaveLength(left.length);
      expect(ids(rows, 'right')).toHaveLength(right.length);
    }),
    { numRuns: 60 },
  );
}, 60_000);
