import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneLine } from '../src/features/exchange/foreign-note.ts';
import { brokenBound } from '../src/features/exchange/json-bounds.ts';
import { origin, ownApp, refusal, startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const send = (to: TestApp, payload: string, cookie?: string) =>
  to.app.inject({
    method: 'POST',
    url: '/api/imports',
    headers: {
      origin,
      'content-type': 'application/json',
      ...(cookie === undefined ? {} : { cookie }),
    },
    payload,
  });

test('a stranger is refused before their file is read', async () => {
  expect(refusal(await send(site, '{"work": this is no JSON'))).toEqual([401, 'sign-in-required']);
});

test.each([
  ['nested', `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['crowded', `{"text":[${'1,'.repeat(100_000)}1]}`],
  ['of many fields', `{${Array.from({ length: 100 }, (_, n) => `"k${String(n)}":1`).join()}}`],
])('a body that is %s is refused before anything is built of it', async (_name, body) => {
  const { cookie } = await site.addPerson();
  const answer = await send(site, body, cookie);
  expect(refusal(answer)).toEqual([400, 'request-malformed']);
  expect(answer.body).toContain('the file as one text');
});

test('a body that is no JSON is told so', async () => {
  const { cookie } = await site.addPerson();
  expect(refusal(await send(site, '{"work":', cookie))).toEqual([400, 'body-not-json']);
});

test('a file of more values than notes have is refused unread', async () => {
  const { cookie } = await site.addPerson();
  const text = `{"rows":[${'0,'.repeat(2_000_001)}0]}`;
  const body = JSON.stringify({ work: 'ncss-2016', fileName: 'x', text });
  const answer = await send(site, body, cookie);
  expect(refusal(answer)).toEqual([422, 'import-unreadable']);
  expect(answer.body).toContain('more values');
});

test('what is refused for its number has not been parsed', async () => {
  const few = {
    read: 9,
    write: 9,
    drafts: 9,
    moderation: 9,
    exchange: 1,
    search: 9,
    credentials: 9,
  };
  const strict = await ownApp({ config: { rateLimits: few } });
  const { cookie } = await strict.addPerson();
  const answers = [await send(strict, '{', cookie), await send(strict, '{', cookie)];
  expect(answers.map(refusal)).toEqual([
    [400, 'body-not-json'],
    [429, 'too-many-requests'],
  ]);
});

test('of a name of megabytes the beginning alone is looked at', () => {
  const long = { length: 10_000_000, slice: (_from: number, to: number) => 'n'.repeat(to) };
  expect(oneLine(long as unknown as string, 20)).toBe('n'.repeat(20));
});

describe('the bounds of JSON', () => {
  test.each([
    ['{"a":[1,2]}', null],
    ['{"a":[[1]]}', 'depth'],
    ['{"a":"[[[[,,,,,,,,"}', null],
    [String.raw`{"a":"\"[[[[\\"}`, null],
    ['[1,2,3,4,5,6]', 'marks'],
  ])('%s', (text, broken) => {
    expect(brokenBound(text, { depth: 2, marks: 5 })).toBe(broken);
  });
});
