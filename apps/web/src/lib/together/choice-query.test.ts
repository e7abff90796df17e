import { expect, test } from 'vitest';
import { choiceQuery, fromIn, readSeen, writeSeen } from './choice-query.ts';

const id = '01999999-0000-7000-8000-000000000000';
const other = '01999999-0000-7000-8000-000000000001';

test('an address chooses by ids alone, each once', () => {
  const asked = new URLSearchParams(
    `case=${id}&case=${id}&case=x&group=${other}&limit=9&from=kind`,
  );
  expect(choiceQuery(asked).toString()).toBe(`case=${id}&group=${other}`);
});

test('the way back is a list of the queue and nothing else', () => {
  expect(fromIn(new URLSearchParams({ from: 'kind=held&x=1' }))).toBe('kind=held');
  expect(fromIn(new URLSearchParams({ from: '//evil.example' }))).toBe('');
});

test('what was seen is read as it was written', () => {
  const seen = { id, version: 2, revision: 3, proposal: 0 };
  expect(readSeen(writeSeen(seen))).toEqual(seen);
});

test.each([
  '',
  id,
  `${id}.1.1`,
  `${id}.1.1.0.0`,
  `${id}.0.1.0`,
  `${id}.1e3.1.0`,
  `${id}.-1.1.0`,
  `x.1.1.0`,
  `${id}.1.1.`,
])('%j is nothing that was seen', (text) => {
  expect(readSeen(text)).toBeNull();
});
