import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endsBeforeOpening,
  extensionError,
  timeliness,
  timesError,
  timesFor,
  type AssignmentTimes,
} from '../../src/index.ts';

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T09:00:00.000000Z`;
const times: AssignmentTimes = { opensAt: day(1), dueAt: day(10), closesAt: day(20) };

describe('an order of times', () => {
  test.each([
    ['is right', times, null],
    ['may be without end', { ...times, dueAt: null, closesAt: null }, null],
    ['may close when it is due', { ...times, closesAt: day(10) }, null],
    ['is due after it opens', { ...times, dueAt: day(1) }, 'due-before-open'],
    ['closes after it is due', { ...times, closesAt: day(9) }, 'close-before-due'],
    ['closes after it opens', { ...times, dueAt: null, closesAt: day(1) }, 'close-before-open'],
  ] as const)('%s', (_name, given, error) => {
    expect(timesError(given)).toBe(error);
  });
});

describe('work', () => {
  test.each([
    ['2026-03-01T08:59:59.999999Z', 'early'],
    ['2026-03-01T09:00:00.000000Z', 'on-time'],
    ['2026-03-10T09:00:00.000000Z', 'on-time'],
    ['2026-03-10T09:00:00.000001Z', 'late'],
    ['2026-03-20T09:00:00.000000Z', 'late'],
    ['2026-03-20T09:00:00.000001Z', 'closed'],
  ] as const)('of %s is %s', (at, expected) => {
    expect(timeliness(times, at)).toBe(expected);
  });
});

describe('an extension', () => {
  test.each([
    ['gives time', { dueAt: day(12), closesAt: null }, null],
    ['gives time until the end', { dueAt: null, closesAt: day(22) }, null],
    ['takes none away', { dueAt: day(9), closesAt: null }, 'not-later'],
    ['gives something', { dueAt: null, closesAt: null }, 'not-later'],
    ['ends after it begins', { dueAt: day(25), closesAt: day(21) }, 'close-before-due'],
  ] as const)('%s', (_name, given, error) => {
    expect(extensionError(times, given)).toBe(error);
  });

  test.each([
    [{ dueAt: day(2), closesAt: null }, false],
    [{ dueAt: day(1), closesAt: null }, true],
    [{ dueAt: null, closesAt: day(1) }, true],
    [{ dueAt: null, closesAt: null }, false],
  ])('is worth nothing that is over before the assignment opens: %j', (given, isOver) => {
    expect(endsBeforeOpening(times, given)).toBe(isOver);
  });

  test('beyond the close of the class keeps the assignment open as long', () => {
    expect(timesFor(times, { dueAt: day(25), closesAt: null })).toEqual({
      opensAt: day(1),
      dueAt: day(25),
      closesAt: day(25),
    });
  });

  test('of what never ends changes nothing', () => {
    const endless = { ...times, dueAt: null, closesAt: null };
    expect(timesFor(endless, { dueAt: day(2), closesAt: day(3) })).toEqual(endless);
  });

  test('never takes from anybody what the class has', () => {
    const moment = fc.integer({ min: 2, max: 31 }).map(day);
    const limit = fc.option(moment);
    fc.assert(
      fc.property(limit, limit, limit, limit, moment, (dueAt, closesAt, due, close, at) => {
        const all = { opensAt: day(1), dueAt, closesAt };
        fc.pre(timesError(all) === null);
        const order = ['on-time', 'late', 'closed'] as const;
        const own = timesFor(all, { dueAt: due, closesAt: close });
        expect(timesError(own)).toBeNull();
        const before = order.indexOf(timeliness(all, at) as 'late');
        expect(order.indexOf(timeliness(own, at) as 'late')).toBeLessThanOrEqual(before);
      }),
    );
  });
});
