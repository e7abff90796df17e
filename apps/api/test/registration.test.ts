import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cookieOf,
  member,
  newestMail,
  ownApp,
  password,
  refusal,
  register,
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

const confirm = (token: string, word = password) =>
  site.as(null, 'POST', '/accounts/confirmation', { token, password: word });

test('a person registers, confirms and is signed in', async () => {
  const answer = await register(site, { email: 'Ada@Example.org', name: 'Ada 爱达' });
  expect([answer.statusCode, answer.json()]).toEqual([202, { done: true }]);
  const token = await tokenTo(site, 'Ada@example.org');
  const confirmed = await confirm(token);
  expect(confirmed.statusCode).toBe(201);
  const view: unknown = confirmed.json();
  expect(view).toMatchObject({
    person: { name: 'Ada 爱达', email: 'Ada@example.org', locale: 'en' },
    roles: [],
    abilities: { 'have-account': true, administer: false },
  });
  const me = await site.as({ cookie: cookieOf(confirmed) }, 'GET', '/session');
  expect(me.json()).toEqual(view);
});

test('the cookie is out of reach of scripts and other sites', async () => {
  await register(site, { email: 'cookie@x.org' });
  const answer = await confirm(await tokenTo(site, 'cookie@x.org'));
  expect(answer.cookies[0]).toMatchObject({
    name: 'session',
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
  expect(answer.cookies[0]).not.toHaveProperty('domain');
});

test('over https the cookie is bound to the host', async () => {
  const secure = await ownApp({ config: { origin: new URL('https://gloss.example') } });
  const admin = await secure.addPerson({ administrator: true });
  const made = await secure.as(admin, 'POST', '/invitations');
  const invitation = new URL(made.json<{ url: string }>().url).searchParams.get('invitation');
  await register(secure, { email: 'a@x.org', invitation: invitation ?? '' });
  const token = await tokenTo(secure, 'a@x.org');
  const answer = await secure.as(null, 'POST', '/accounts/confirmation', { token, password });
  expect(answer.cookies[0]).toMatchObject({ name: '__Host-session', secure: true });
});

test('a known and an unknown address get the same answer for the same work', async () => {
  await member(site, 'known@x.org');
  const before = await rowCounts(site, 'mail');
  const known = await watched(site, () => register(site, { email: 'known@x.org' }));
  const unknown = await watched(site, () => register(site, { email: 'unknown@x.org' }));
  expect(known.answer.statusCode).toBe(unknown.answer.statusCode);
  expect(known.answer.body).toBe(unknown.answer.body);
  expect(Object.keys(known.answer.headers)).toEqual(Object.keys(unknown.answer.headers));
  expect(known.statements.length).toBeGreaterThan(4);
  expect(known.statements).toEqual(unknown.statements);
  expect(await rowCounts(site, 'mail')).toEqual(before.map((n) => n + 2));
  expect(await newestMail(site, 'known@x.org')).toContain('It has one already');
});

test('several registrations for one address wait side by side; the first confirmed ends the others', async () => {
  await register(site, { email: 'twice@x.org', password: 'the first password' });
  const first = await tokenTo(site, 'twice@x.org');
  await register(site, { email: 'TWICE@x.org', password: 'the second password' });
  const second = await tokenTo(site, 'TWICE@x.org');
  expect((await confirm(second, 'the second password')).statusCode).toBe(201);
  expect(refusal(await confirm(first, 'the first password'))).toEqual([400, 'token-unusable']);
});

test('who registered with another’s address gets nothing out of the owner’s click', async () => {
  await register(site, { email: 'victim@x.org', password: 'the attacker chose this' });
  const token = await tokenTo(site, 'victim@x.org');
  expect(refusal(await confirm(token, 'what the victim would type'))).toEqual([
    422,
    'password-wrong',
  ]);
  const { rows } = await site.owner.query("select from account where email_key = 'victim@x.org'");
  expect(rows).toEqual([]);
  // A typing mistake does not use the link up.
  expect((await confirm(token, 'the attacker chose this')).statusCode).toBe(201);
});

test('a link works once, also for two at the same moment, and not when it is too old', async () => {
  await register(site, { email: 'race@x.org' });
  const token = await tokenTo(site, 'race@x.org');
  const both = await Promise.all([confirm(token), confirm(token)]);
  expect(both.map((each) => each.statusCode).sort()).toEqual([201, 400]);
  expect(refusal(await confirm(token))).toEqual([400, 'token-unusable']);

  await register(site, { email: 'late@x.org' });
  await site.owner.query("update registration set expires_at = now() where email = 'late@x.org'");
  expect(refusal(await confirm(await tokenTo(site, 'late@x.org')))).toEqual([
    400,
    'token-unusable',
  ]);
});

test('no token and no password is stored as it is', async () => {
  await register(site, { email: 'hashed@x.org' });
  const token = await tokenTo(site, 'hashed@x.org');
  const { rows } = await site.owner.query<{ all: string }>(
    "select r::text as all from registration r where email = 'hashed@x.org'",
  );
  expect(rows[0]?.all).not.toContain(token);
  expect(rows[0]?.all).not.toContain(password);
  expect(rows[0]?.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
});

test.each<[string, Record<string, unknown>, number, string]>([
  ['an unknown field', { administrator: true }, 400, 'request-malformed'],
  ['a role', { roles: ['administrator'] }, 400, 'request-malformed'],
  ['a number for a name', { name: 1 }, 400, 'request-malformed'],
  ['a name of spaces', { name: ' \u3000 ' }, 422, 'name-empty'],
  ['a name nobody can see', { name: '\u200b\u200d\u3164\u2800' }, 422, 'name-empty'],
  ['a name of two lines', { name: 'Ada\nBcc: x@y.org' }, 400, 'text-malformed'],
  ['NUL in a name', { name: 'A\0da' }, 400, 'text-malformed'],
  ['half a character in a name', { name: 'A\ud800da' }, 400, 'text-malformed'],
  ['a name that turns the line round', { name: 'Ada\u202egnirts' }, 400, 'text-malformed'],
  ['a name too long', { name: 'a'.repeat(81) }, 400, 'text-malformed'],
  ['a name far too long', { name: 'a'.repeat(200_000) }, 400, 'request-malformed'],
  ['an address without @', { email: 'ada' }, 422, 'email-malformed'],
  ['an address without a domain', { email: 'ada@' }, 422, 'email-malformed'],
  ['two addresses', { email: 'a@x.org,b@x.org' }, 422, 'email-malformed'],
  ['a header', { email: 'a@x.org\r\nBcc: b@x.org' }, 422, 'email-malformed'],
  ['a header before @', { email: 'a\nBcc: b@x.org' }, 422, 'email-malformed'],
  ['a name with an address', { email: 'A <a@x.org>' }, 422, 'email-malformed'],
  ['a quoted local part', { email: '"a b"@x.org' }, 422, 'email-malformed'],
  ['an invisible letter in an address', { email: 'a\u200bb@x.org' }, 422, 'email-malformed'],
  ['half a character in an address', { email: 'a\udc00@x.org' }, 422, 'email-malformed'],
  ['an address too long', { email: `${'a'.repeat(250)}@x.org` }, 422, 'email-malformed'],
  ['a short password', { password: '123456789' }, 422, 'password-too-short'],
  ['five astral characters twice', { password: '😀'.repeat(9) }, 422, 'password-too-short'],
  ['a long password', { password: 'x'.repeat(1_001) }, 422, 'password-too-long'],
  ['half a character in a password', { password: '\ud800123456789' }, 400, 'text-malformed'],
  ['an unknown language', { locale: 'fr' }, 400, 'request-malformed'],
])('%s is refused', async (_what, change, status, code) => {
  const before = await rowCounts(site, 'registration', 'mail');
  const answer = await site.as(null, 'POST', '/accounts', {
    name: 'Ada',
    email: 'refused@x.org',
    password,
    locale: 'en',
    ...change,
  });
  expect(refusal(answer)).toEqual([status, code]);
  expect(await rowCounts(site, 'registration', 'mail')).toEqual(before);
});

test('addresses that differ in case, composition or look-alike domain are one', async () => {
  await member(site, 'ÅSA@exämple.org');
  for (const email of ['åsa@exämple.org', 'A\u030asa@EXÄMPLE.org', 'åsa@xn--exmple-cua.org']) {
    await register(site, { email });
    expect(await newestMail(site, 'ÅSA@exämple.org')).toContain('has one already');
    const answer = await site.as(null, 'POST', '/session', { email, password });
    expect(answer.statusCode).toBe(201);
  }
});

test('a mail says nothing its reader could be lured with', async () => {
  await register(site, { email: 'lured@x.org', name: 'WIN http://evil.example' });
  expect(await newestMail(site, 'lured@x.org')).not.toContain('evil');
});

test('one address is written to five times an hour', async () => {
  for (let n = 0; n < 5; n += 1)
    expect((await register(site, { email: 'flood@x.org' })).statusCode).toBe(202);
  const answer = await register(site, { email: 'FLOOD@x.org' });
  expect(refusal(answer)).toEqual([429, 'too-many-requests']);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3_000);
});
