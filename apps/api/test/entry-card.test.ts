import type { EntryCard } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, startApp, stopApp, type TestApp } from './support/index.ts';

const slug = 'ncss-2016-textual-notes';
let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const get = (url: string) => site.app.inject({ method: 'GET', url: `/api/releases/${url}/card` });

test('a reference to an entry says how it begins, in words, with which release', async () => {
  const answer = await get(`${slug}/entries/T67`);
  expect(answer.statusCode, answer.body).toBe(200);
  const card = answer.json<EntryCard>();
  expect(card).toMatchObject({ slug, number: '1.0', language: 'en', label: 'T67' });
  expect(card.titles['en']).toContain('Textual notes');
  expect(card.title).not.toBe('');
  expect(card.text.length).toBeGreaterThan(40);
  expect([...card.text].length).toBeLessThanOrEqual(281);
  expect(card.text).not.toMatch(/\[\[|\]\]|<|\n/);
});

test.each([
  [`${slug}/entries/T999`, 404, 'not-found'],
  [`no-such-notes/entries/T1`, 404, 'not-found'],
  [`${slug}/entries/${'T'.repeat(13)}`, 400, 'request-malformed'],
])('%s is refused', async (url, status, code) => {
  expect(refusal(await get(url))).toEqual([status, code]);
});

test('of what was withdrawn there is none', async () => {
  await site.owner.query(
    "update commentary_release set withdrawn_at = now(), withdrawal = 'It may not stand.'",
  );
  expect(refusal(await get(`${slug}/entries/T1`))).toEqual([410, 'gone']);
});
