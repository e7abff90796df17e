import { describe, expect, test } from 'vitest';
import { fromLocalTime, toLocalTime } from './local-time.ts';

test.each([
  ['2027-03-01T09:00', 'Asia/Shanghai', '2027-03-01T01:00:00.000Z'],
  ['2027-03-01 09:00', 'Asia/Shanghai', '2027-03-01T01:00:00.000Z'],
  ['2027-07-01T23:59', 'Europe/Berlin', '2027-07-01T21:59:00.000Z'],
  ['2027-12-01T23:59', 'Europe/Berlin', '2027-12-01T22:59:00.000Z'],
  ['2027-03-01T09:00', 'UTC', '2027-03-01T09:00:00.000Z'],
  ['2027-03-01T09:15', 'Asia/Kathmandu', '2027-03-01T03:30:00.000Z'],
])('%s in %s is %s', (typed, zone, instant) => {
  expect(fromLocalTime(typed, zone)).toEqual({ ok: true, instant });
  expect(toLocalTime(instant, zone)).toBe(typed.replace(' ', 'T'));
});

describe('where clocks change', () => {
  test.each([
    ['2027-03-28T01:59', 'Europe/Berlin', null],
    ['2027-03-28T02:00', 'Europe/Berlin', 'skipped'],
    ['2027-03-28T02:59', 'Europe/Berlin', 'skipped'],
    ['2027-03-28T03:00', 'Europe/Berlin', null],
    ['2027-10-31T01:59', 'Europe/Berlin', null],
    ['2027-10-31T02:00', 'Europe/Berlin', 'twice'],
    ['2027-10-31T02:59', 'Europe/Berlin', 'twice'],
    ['2027-10-31T03:00', 'Europe/Berlin', null],
    // By half an hour.
    ['2027-10-03T02:15', 'Australia/Lord_Howe', 'skipped'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', 'twice'],
    // A whole day was left out.
    ['2011-12-30T12:00', 'Pacific/Apia', 'skipped'],
    ['2027-03-28T02:30', 'Asia/Shanghai', null],
  ])('%s in %s: %s', (typed, zone, reason) => {
    const read = fromLocalTime(typed, zone);
    expect(read.ok ? null : read.reason).toBe(reason);
  });
});

test.each([
  '',
  'tomorrow',
  '2027-02-30T10:00',
  '2027-13-01T10:00',
  '2027-03-01T24:30',
  '2027-03-01',
])('%j is no time', (typed) => {
  expect(fromLocalTime(typed, 'Europe/Berlin')).toEqual({ ok: false, reason: 'malformed' });
});

test('a zone that there is not has no time', () => {
  expect(fromLocalTime('2027-03-01T09:00', 'Middle/Earth').ok).toBe(false);
});

test('every hour of a year is read as it is shown, but for the one that comes twice', () => {
  const first = Date.UTC(2027, 0, 1);
  const hours = Array.from({ length: 365 * 24 }, (_, n) => new Date(first + n * 3_600_000));
  const odd = hours.flatMap((hour) => {
    const instant = hour.toISOString();
    const read = fromLocalTime(toLocalTime(instant, 'America/St_Johns'), 'America/St_Johns');
    return read.ok && read.instant === instant ? [] : [read.ok ? read.instant : read.reason];
  });
  expect(odd).toEqual(['twice', 'twice']);
});
