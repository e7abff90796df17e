import { expect, test } from 'vitest';
import { listPeriods, readPeriod } from './period.ts';

test.each([
  ['2026', { from: '2026-01', to: '2026-12' }],
  ['2026-Q1', { from: '2026-01', to: '2026-03' }],
  ['2026-Q4', { from: '2026-10', to: '2026-12' }],
  ['2026-11', { from: '2026-11', to: '2026-11' }],
  ['2026-13', null],
  ['2026-Q5', null],
  ['', null],
  ['2026-11-01', null],
])('%s', (text, period) => {
  expect(readPeriod(text)).toEqual(period);
});

test('every period from the first month to the last, newest first', () => {
  expect(listPeriods('2025-11', '2026-02')).toEqual({
    years: ['2026', '2025'],
    quarters: ['2026-Q1', '2025-Q4'],
    months: ['2026-02', '2026-01', '2025-12', '2025-11'],
  });
});
