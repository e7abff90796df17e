import { expect, test } from 'vitest';
import { keepError } from '../../src/index.ts';

const bounds = {
  soonest: '2026-12-08T09:00:00.000000Z',
  latest: '2046-12-01T09:00:00.000000Z',
  last: '2027-01-31T23:00:00.000000Z',
};
const at = (day: string) => `${day}T23:00:00.000000Z`;

test.each([
  ['2026-11-30', null, 'too-soon'],
  ['2026-12-08', null, null],
  ['2026-12-08', bounds.last, 'before-work'],
  ['2027-01-30', bounds.last, 'before-work'],
  // The moment of the last limit is still in time.
  ['2027-01-31', bounds.last, null],
  ['2046-12-01', bounds.last, 'too-late'],
] as const)(
  'a class keeps what it holds until %s, where the last work ends %s: %s',
  (day, last, is) => {
    expect(keepError(at(day), { ...bounds, last })).toBe(is);
  },
);
