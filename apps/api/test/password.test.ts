import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cookieOf,
  member,
  newestMail,
  password,
  refusal,
  rowCounts,
  startApp,
  watched,
  stopApp,
  tokenTo,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const ask = (email: string) => site.as(null, 'POST', '/accounts/reset-request', { email });
const reset = (token: string, word = 'a new long password') =>
  site.as(null, 'POST', '/accounts/reset', { token, password: word });
const isSignedIn = async (cookie: string) =>
  (await site.as({ cookie }, 'GET', '/session')).json<{ person: unknown }>().person !== null;

test('asking for a reset says nothing about who has an account', async () => {
  await member(site, 'known@x.org');
  const known = await watched(site, () => ask('known@x.org'));
  const unknown = await watched(site, () => ask('unknown@x.org'));
  for (const { answer } of [known, unknown])
    expect([answer.statusCode, answer.body]).toEqual([202, '{"done":true}']);
  expect(known.statements.length).toBeGreaterThan(4);
  expect(known.statements).toEqual(unknown.statements);
  const { rowCount } = await site.owner.query("select from mail where recipient = 'unknown@x.org'");
  expect(rowCount).toBe(0);
});

test('a reset sets the password once, ends every session and opens a new one', async () => {
  const ada = await member(site, 'ada@x.org');
  await ask('ADA@x.org');
  const earlier = await tokenTo(site, 'ada@x.org');
  await ask('ada@x.org');
  const token = await tokenTo(site, 'ada@x.org');
  const answer = await reset(token);
  expect(answer.statusCode).toBe(201);
  expect([await isSignedIn(ada.cookie), await isSignedIn(cookieOf(answer))]).toEqual([false, true]);
  for (const used of [token, earlier])
    expect(refusal(await reset(used))).toEqual([400, 'token-unusable']);
  const old = await site.as(null, 'POST', '/session', { email: 'ada@x.org', password });
  expect(refusal(old)).toEqual([401, 'sign-in-refused']);
  expect(await newestMail(site, 'ada@x.org')).toContain('was changed just now');
});

test('a refused password leaves the link as it was; two at once set one password', async () => {
  await member(site, 'twice@x.org');
  await ask('twice@x.org');
  const token = await tokenTo(site, 'twice@x.org');
  expect(refusal(await reset(token, 'short'))).toEqual([422, 'password-too-short']);
  const both = await Promise.all([
    reset(token, 'password number one'),
    reset(token, 'password number two'),
  ]);
  expect(both.map((each) => each.statusCode).sort()).toEqual([201, 400]);
});

test('a link lasts an hour and serves one purpose; only its hash is stored', async () => {
  await member(site, 'late@x.org');
  await ask('late@x.org');
  const token = await tokenTo(site, 'late@x.org');
  const confirm = await site.as(null, 'POST', '/accounts/confirmation', { token, password });
  expect(refusal(confirm)).toEqual([400, 'token-unusable']);
  const claim = { token, password, name: 'A', email: 'a@x.org', locale: 'en' };
  expect(refusal(await site.as(null, 'POST', '/claim', claim))).toEqual([400, 'token-unusable']);
  const { rows } = await site.owner.query<{ row: string; minutes: number }>(
    `select t::text as row, extract(epoch from expires_at - created_at)::integer / 60 as minutes
     from one_time_token t where purpose = 'reset' order by created_at desc limit 1`,
  );
  expect(rows[0]?.minutes).toBe(60);
  expect(rows[0]?.row).not.toContain(token);
  await site.owner.query("update one_time_token set expires_at = now() where purpose = 'reset'");
  expect(refusal(await reset(token))).toEqual([400, 'token-unusable']);
});

test('changing the password needs the old one, ends the others and rotates this session', async () => {
  const ada = await member(site, 'change@x.org');
  const elsewhere = cookieOf(
    await site.as(null, 'POST', '/session', { email: 'change@x.org', password }),
  );
  const change = (current: string, word: string) =>
    site.as(ada, 'POST', '/account/password', { current, password: word });
  expect(refusal(await change('not the old one', 'a new long password'))).toEqual([
    422,
    'password-wrong',
  ]);
  expect(refusal(await change(password, 'short'))).toEqual([422, 'password-too-short']);
  await ask('change@x.org');
  const token = await tokenTo(site, 'change@x.org');
  const answer = await change(password, 'a new long password');
  expect(answer.statusCode).toBe(200);
  const fresh = cookieOf(answer);
  expect([
    await isSignedIn(ada.cookie),
    await isSignedIn(elsewhere),
    await isSignedIn(fresh),
  ]).toEqual([false, false, true]);
  expect(refusal(await reset(token))).toEqual([400, 'token-unusable']);
});

test('name and language change; nothing else can', async () => {
  const ada = await member(site, 'profile@x.org');
  const answer = await site.as(ada, 'PATCH', '/account', { name: '  艾达 ', locale: 'zh-Hans' });
  expect(answer.json()).toMatchObject({ person: { name: '艾达', locale: 'zh-Hans' } });
  for (const body of [{}, { email: 'b@x.org' }, { name: 'A', state: 'erased' }])
    expect(refusal(await site.as(ada, 'PATCH', '/account', body))[0]).toBe(400);
  expect(refusal(await site.as(ada, 'PATCH', '/account', { name: '\u200b' }))).toEqual([
    422,
    'name-empty',
  ]);
  expect(refusal(await site.as(null, 'PATCH', '/account', { name: 'A' }))).toEqual([
    401,
    'sign-in-required',
  ]);
});

test('mails are in the person’s language', async () => {
  const ada = await member(site, 'sprache@x.org');
  await site.as(ada, 'PATCH', '/account', { locale: 'zh-Hans' });
  await ask('sprache@x.org');
  expect(await newestMail(site, 'sprache@x.org')).toContain('重设您在');
});

test('refused attempts leave nothing behind', async () => {
  const before = await rowCounts(site, 'account', 'session', 'one_time_token', 'mail', 'person');
  await reset('x'.repeat(43));
  await ask('not an address');
  await site.as(null, 'POST', '/account/password', { current: password, password });
  expect(await rowCounts(site, 'account', 'session', 'one_time_token', 'mail', 'person')).toEqual(
    before,
  );
});
