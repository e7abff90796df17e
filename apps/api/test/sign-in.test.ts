import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cookieOf,
  member,
  origin,
  ownApp,
  password,
  refusal,
  startApp,
  watched,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await member(site, 'ada@x.org');
});
afterAll(() => stopApp(site));

const signIn = (email = 'ada@x.org', word = password, cookie?: string) =>
  site.as(cookie === undefined ? null : { cookie }, 'POST', '/session', { email, password: word });
const isSignedIn = async (cookie: string) =>
  (await site.as({ cookie }, 'GET', '/session')).json<{ person: unknown }>().person !== null;

test('every sign-in makes a new session and ends the one the browser had', async () => {
  const first = cookieOf(await signIn());
  const second = cookieOf(await signIn('ada@x.org', password, first));
  expect(second).not.toBe(first);
  expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
});

test('an unknown address and a wrong password cannot be told apart', async () => {
  const wrong = await watched(site, () => signIn('ada@x.org', 'not her password'));
  expect(wrong.statements.length).toBeGreaterThan(1);
  for (const email of ['nobody@x.org', 'not an address']) {
    const unknown = await watched(site, () => signIn(email));
    expect(refusal(unknown.answer)).toEqual([401, 'sign-in-refused']);
    expect(unknown.answer.body).toBe(wrong.answer.body);
    expect(unknown.answer.cookies).toEqual(wrong.answer.cookies);
    expect(unknown.statements).toEqual(wrong.statements);
  }
});

test('a password typed in another composition is the same', async () => {
  const eve = 'pässwörd lang';
  await site.as(ada, 'POST', '/account/password', { current: password, password: eve });
  expect((await signIn('ada@x.org', eve.normalize('NFD'))).statusCode).toBe(201);
  const cookie = cookieOf(await signIn('ada@x.org', eve));
  await site.as({ cookie }, 'POST', '/account/password', { current: eve, password });
});

test.each<[string, Record<string, string>]>([
  ['another site', { origin: 'https://evil.example' }],
  ['another port', { origin: 'http://localhost:3001' }],
  ['a sandboxed frame', { origin: 'null' }],
])('nobody is signed in or out from %s', async (_what, headers) => {
  const credentials = { email: 'ada@x.org', password };
  for (const cookie of [undefined, cookieOf(await signIn())]) {
    const all = cookie === undefined ? headers : { ...headers, cookie };
    const into = {
      method: 'POST',
      url: '/api/session',
      headers: all,
      payload: credentials,
    } as const;
    expect(refusal(await site.app.inject(into))).toEqual([403, 'origin-refused']);
    const out = { method: 'DELETE', url: '/api/session', headers: all } as const;
    expect(refusal(await site.app.inject(out))).toEqual([403, 'origin-refused']);
    if (cookie !== undefined) expect(await isSignedIn(cookie)).toBe(true);
  }
});

test('with a cookie, a request that does not say where it comes from is refused', async () => {
  const cookie = cookieOf(await signIn());
  const request = { method: 'DELETE', url: '/api/session', headers: { cookie } } as const;
  expect(refusal(await site.app.inject(request))).toEqual([403, 'origin-refused']);
});

test('signing out ends the session and clears the cookie, also when it is dead', async () => {
  const cookie = cookieOf(await signIn());
  const out = await site.as({ cookie }, 'DELETE', '/session');
  expect([out.statusCode, out.json()]).toEqual([200, { done: true }]);
  expect(out.cookies[0]).toMatchObject({ name: 'session', value: '', path: '/' });
  expect(await isSignedIn(cookie)).toBe(false);
  expect((await site.as({ cookie }, 'DELETE', '/session')).statusCode).toBe(200);
  // A dead cookie must not keep anybody from signing in, and does not pass for a visitor's absence.
  expect(refusal(await site.as({ cookie }, 'PATCH', '/account', { name: 'X' }))).toEqual([
    401,
    'session-ended',
  ]);
  expect((await signIn('ada@x.org', password, cookie)).statusCode).toBe(201);
});

test('sessions are listed and ended, one’s own only', async () => {
  const other = await member(site, 'bob@x.org');
  const mine = cookieOf(await signIn());
  const page = await site.as({ cookie: mine }, 'GET', '/sessions?limit=1');
  const [current] = page.json<{ items: { id: string; current: boolean }[] }>().items;
  expect(current?.current).toBe(true);
  const next = page.json<{ next: string }>().next;
  const rest = await site.as({ cookie: mine }, 'GET', `/sessions?cursor=${next}`);
  const { items } = rest.json<{ items: { id: string; current: boolean }[] }>();
  expect(items.length).toBeGreaterThan(0);
  expect(items.some((each) => each.current)).toBe(false);
  expect(items.some(({ id }) => id === other.sessionId)).toBe(false);

  const foreign = await site.as({ cookie: mine }, 'DELETE', `/sessions/${other.sessionId}`);
  expect(refusal(foreign)).toEqual([404, 'not-found']);
  expect(await isSignedIn(other.cookie)).toBe(true);
  for (const { id } of items) await site.as({ cookie: mine }, 'DELETE', `/sessions/${id}`);
  expect(await isSignedIn(ada.cookie)).toBe(false);
  const self = await site.as({ cookie: mine }, 'DELETE', `/sessions/${current?.id ?? ''}`);
  expect(self.cookies[0]).toMatchObject({ name: 'session', value: '' });
  expect(await isSignedIn(mine)).toBe(false);
});

test('a session ends after thirty days without use and after 180 at most', async () => {
  for (const column of ['seen_at', 'created_at']) {
    const cookie = cookieOf(await signIn());
    const days = column === 'seen_at' ? 30 : 180;
    await site.owner.query(
      `update session set ${column} = now() - make_interval(days => ${String(days)})
       where id = (select id from session order by created_at desc limit 1)`,
    );
    expect(await isSignedIn(cookie)).toBe(false);
    await site.owner.query('delete from session');
  }
});

test('a cookie of another key, another algorithm or none at all is worth nothing', async () => {
  const cookie = cookieOf(await signIn());
  const [header, body, signature] = cookie.slice('session='.length).split('.');
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  for (const forged of [
    `${none}.${body ?? ''}.`,
    `${none}.${body ?? ''}.${signature ?? ''}`,
    `${header ?? ''}.${body ?? ''}.`,
    `${header ?? ''}.${body ?? ''}.${(signature ?? '').replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    'x',
  ])
    expect(await isSignedIn(`session=${forged}`)).toBe(false);
});

test('while keys rotate the old one opens, and the cookie is signed anew', async () => {
  const oldKey = 'o'.repeat(32);
  const before = await ownApp({ config: { keys: [oldKey] } });
  const person = await before.addPerson();
  const after = await ownApp({ config: { keys: ['n'.repeat(32), oldKey] } });
  await after.owner.query('insert into person (id, name) values ($1, $2)', [person.id, 'Ada']);
  await after.owner.query(
    "insert into account (person_id, email, email_key, password_hash, locale) values ($1, 'a', 'a', '', 'en')",
    [person.id],
  );
  await after.owner.query("insert into session (id, person_id, device) values ($1, $2, '')", [
    person.sessionId,
    person.id,
  ]);
  const answer = await after.as(person, 'GET', '/session');
  expect(answer.json()).toMatchObject({ session: person.sessionId });
  const renewed = cookieOf(answer);
  expect(renewed).not.toBe(person.cookie);
  const again = await after.as({ cookie: renewed }, 'GET', '/session');
  expect(again.cookies).toEqual([]);
  expect(again.json()).toMatchObject({ session: person.sessionId });
});

test('wrong passwords slow down one account from one network; others go on', async () => {
  await member(site, 'target@x.org');
  await member(site, 'other@x.org');
  for (let n = 0; n < 6; n += 1)
    expect(refusal(await signIn('target@x.org', 'wrong password'))[0]).toBe(401);
  const slowed = await signIn('Target@x.org');
  expect(refusal(slowed)).toEqual([429, 'too-many-requests']);
  expect(Number(slowed.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect((await signIn('other@x.org')).statusCode).toBe(201);
  const elsewhere = await site.app.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: '203.0.113.9',
    headers: { origin },
    payload: { email: 'target@x.org', password },
  });
  expect(elsewhere.statusCode).toBe(201);
});

test('attempts sent side by side are counted before they are found wrong', async () => {
  await member(site, 'burst@x.org');
  const burst = Array.from({ length: 12 }, () => signIn('burst@x.org', 'wrong password'));
  const codes = (await Promise.all(burst)).map(({ statusCode }) => statusCode);
  expect(codes.filter((code) => code === 401)).toHaveLength(6);
  expect(codes.filter((code) => code === 429)).toHaveLength(6);
});

test('a network has so many attempts a minute and no more, and cannot invent another address', async () => {
  const limited = await ownApp({
    config: {
      rateLimits: {
        read: 1e6,
        write: 1e6,
        drafts: 1e6,
        moderation: 1e6,
        exchange: 1e6,
        search: 1e6,
        credentials: 3,
      },
    },
  });
  const attempt = (n: number, remoteAddress: string) =>
    limited.app.inject({
      method: 'POST',
      url: '/api/session',
      remoteAddress,
      headers: { origin, 'x-forwarded-for': `198.51.100.${String(n)}` },
      payload: { email: `p${String(n)}@x.org`, password },
    });
  const codes = [];
  for (let n = 0; n < 5; n += 1) codes.push((await attempt(n, '203.0.113.1')).statusCode);
  expect(codes).toEqual([401, 401, 401, 429, 429]);
  // The holder of an IPv6 network has all its addresses.
  const six = [];
  for (let n = 0; n < 5; n += 1)
    six.push((await attempt(n, `2001:db8:1:2::${String(n + 1)}`)).statusCode);
  expect(six).toEqual([401, 401, 401, 429, 429]);
});
