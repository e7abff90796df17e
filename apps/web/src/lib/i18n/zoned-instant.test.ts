import { expect, test } from 'vitest';
import { zonedDay, zonedInstant } from './zoned-instant.ts';

const evening = '2027-03-01T18:30:00.000Z';

test.each([
  ['Asia/Shanghai', 'en', '2', '02:30'],
  ['UTC', 'en', '1', '18:30'],
  ['America/Los_Angeles', 'zh-Hans', '1', '10:30'],
])('a moment in %s, told in %s', (zone, locale, day, time) => {
  const text = zonedInstant(evening, locale, zone);
  expect(text).toContain(time);
  expect(text).toMatch(new RegExp(`(?<!\\d)${day}(?!\\d)`));
});

test('midnight is the hour 0 of its day', () => {
  expect(zonedInstant('2027-03-01T16:00:00.000Z', 'en', 'Asia/Shanghai')).toContain('00:00');
});

test('the day is that of the zone', () => {
  expect(zonedDay(evening, 'en', 'Asia/Shanghai')).toBe('Mar 2, 2027');
  expect(zonedDay(evening, 'en', 'UTC')).toBe('Mar 1, 2027');
});
