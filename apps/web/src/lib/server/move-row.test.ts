import { describe, expect, test } from 'vitest';
import type { FormRow } from '../term/term-values.ts';
import { moveRow, moveTime } from './move-row.ts';

const values = { title: 'A', clauses: '1', opens: '', due: '', closes: '', gateAt: '' };
const row = (opens: string, moments: readonly string[]): FormRow => ({
  key: 'a',
  work: 'law',
  stood: { version: 1, isPublished: false, values: { ...values, opens }, moments },
  values: { ...values, opens },
  publishes: false,
  errors: {},
});

test.each([
  ['2027-03-22T09:30', 7, '2027-03-29T09:30'],
  ['2027-12-30T23:59', 7, '2028-01-06T23:59'],
  ['2028-03-01T08:00', -1, '2028-02-29T08:00'],
  ['soon', 7, 'soon'],
  ['', 7, ''],
])('%s, moved by %i days, is %s', (typed, days, moved) => {
  expect(moveTime(typed, days)).toBe(moved);
});

describe('a row that is moved', () => {
  test('keeps the time of day and its seconds where clocks are changed in between', () => {
    const { values: typed, stood } = moveRow(
      row('2027-03-22T09:30', ['2027-03-22T08:30:15.000Z']),
      7,
      'Europe/Berlin',
    );
    expect(typed.opens).toBe('2027-03-29T09:30');
    expect(stood?.moments).toContain('2027-03-29T07:30:15.000Z');
  });

  test.each([
    ['comes twice', '2027-10-24T02:30', '2027-10-24T00:30:00.000Z'],
    ['does not come', '2027-03-21T02:30', '2027-03-21T01:30:00.000Z'],
  ])('means no moment that %s: it is asked for', (_what, opens, moment) => {
    const { stood } = moveRow(row(opens, [moment]), 7, 'Europe/Berlin');
    expect(stood?.moments).toEqual([moment]);
  });

  test('of moments that are none is left alone', () => {
    expect(moveRow(row('x', ['y']), 7, 'Nowhere').values.opens).toBe('x');
  });
});
