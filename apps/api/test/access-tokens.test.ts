import type { MadeAccessToken, TokenScope } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
});
afterAll(() => stopApp(site));

async function make(person: Person, scope: TokenScope): Promise<MadeAccessToken> {
  const answer = await site.as(person, 'POST', '/tokens', { name: 'Script', scope, days: 7 });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

interface By {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly payload?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}
const by = (token: string, url: string, { method = 'GET', payload, headers }: By = {}) =>
  site.app.inject({
    method,
    url: `/api${url}`,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;

test('a token is told once and kept as a hash', async () => {
  const { token, view } = await make(ada, 'read');
  expect(token).toMatch(/^glossator_[\w-]{43}$/);
  const list = await site.as(ada, 'GET', '/tokens');
  expect(list.body).toContain(view.id);
  expect(list.body).not.toContain(token.slice('glossator_'.length));
  const { rows } = await site.owner.query<{ row: string }>(
    'select row_to_json(k)::text as row from access_token k',
  );
  for (const { row } of rows) expect(row).not.toContain(token.slice('glossator_'.length));
});

describe('what a token may', () => {
  test('read: texts, notes and its owner’s notebook', async () => {
    const { token } = await make(ada, 'read');
    const mine = rootOf(await startThread(site, ada, '4.1.1.1', { layer: 'notebook' }));
    expect((await by(token, `/annotations/${mine.id}`)).statusCode).toBe(200);
    expect((await by(token, '/works/ncss-2016/reading?at=4.3.1.2')).statusCode).toBe(200);
    expect((await by(token, '/search?q=主权')).statusCode).toBe(200);
    expect((await by(token, '/w3c/ncss-2016/')).statusCode).toBe(200);
  });
  test('read, but not write', async () => {
    const { token } = await make(ada, 'read');
    const payload = threadForm('4.3.1.2');
    const answer = await by(token, '/threads', { method: 'POST', payload });
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'token-scope']);
    expect(answer.headers['www-authenticate']).toContain('insufficient_scope');
  });
  test('write: as its owner, from anywhere, without a cookie', async () => {
    const { token } = await make(ada, 'write');
    const headers = { origin: 'https://elsewhere.example' };
    const payload = threadForm('4.3.1.2');
    const answer = await by(token, '/threads', { method: 'POST', payload, headers });
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.body).toContain('"name":"Ada"');
  });
  test.each([
    ['GET', '/tokens'],
    ['POST', '/tokens'],
    ['GET', '/sessions'],
    ['GET', '/session'],
    ['GET', '/account/stored'],
    ['DELETE', '/session'],
    ['GET', '/admin/people'],
    ['GET', '/live'],
    ['GET', '/drafts'],
    ['PUT', '/drafts/new:ncss-2016:4.1'],
    ['DELETE', '/drafts/new:ncss-2016:4.1'],
    ['GET', '/follows'],
    ['GET', '/notices'],
    ['GET', '/export?work=ncss-2016&format=csv'],
  ] as const)('never %s %s', async (method, url) => {
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    const { token } = await make(keeper, 'write');
    const answer = await by(token, url, { method });
    expect([403, 404]).toContain(answer.statusCode);
    if (answer.statusCode === 403) expect(codeOf(answer)).toBe('token-scope');
  });
  test('nothing of its owner but who they are', async () => {
    const { token } = await make(ada, 'read');
    const thread = await startThread(site, ada, '4.2.1.1');
    const ben = await site.addPerson({ name: 'Ben' });
    await replyTo(site, ben, rootOf(thread).id, 'An answer that Ada is told of');
    await site.as(ada, 'PUT', '/drafts/new:ncss-2016:4.2.1.1', {
      ...{ body: 'Half a thought', layer: 'public' },
    });
    await vi.waitFor(async () => {
      expect((await site.as(ada, 'GET', '/home')).body).not.toContain('"unread":0');
    });
    for (const url of ['/works/ncss-2016/reading?at=4.2.1.1', '/home']) {
      const answer = await by(token, url);
      expect(answer.body).toContain('"name":"Ada"');
      expect(answer.body).toContain('"unread":0');
      expect(answer.body).not.toContain(ada.email);
      expect(answer.body).not.toContain('Half a thought');
      if (url !== '/home') expect(answer.json()).toMatchObject({ drafts: [], follows: [] });
    }
  });
  test('nothing that its owner may as an administrator', async () => {
    const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
    const { token } = await make(keeper, 'write');
    const note = rootOf(await startThread(site, ada, '4.3.1.2'));
    const payload = { code: 'other', reason: 'By a script.' };
    const answer = await by(token, `/annotations/${note.id}/hide`, { method: 'POST', payload });
    expect(answer.statusCode).toBe(403);
  });
});

describe('a token is worth nothing', () => {
  const fails = async (token: string) => {
    const answer = await by(token, '/works/ncss-2016/reading');
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'token-unknown']);
  };
  test('when it was never made', () => fails(`glossator_${'a'.repeat(43)}`));
  test('without its beginning', async () => {
    const { token } = await make(ada, 'read');
    await fails(token.slice('glossator_'.length));
  });
  test('when it has been ended', async () => {
    const { token, view } = await make(ada, 'read');
    expect((await site.as(ada, 'DELETE', `/tokens/${view.id}`)).statusCode).toBe(200);
    await fails(token);
  });
  test('when its time is over', async () => {
    const { token, view } = await make(ada, 'read');
    await site.owner.query(
      `update access_token set expires_at = now() - interval '1 second' where id = $1`,
      [view.id],
    );
    await fails(token);
    expect((await site.as(ada, 'GET', '/tokens')).body).not.toContain(view.id);
  });
  test('beside a cookie: the token alone counts', async () => {
    const answer = await site.app.inject({
      method: 'GET',
      url: '/api/session',
      headers: { cookie: ada.cookie, authorization: `Bearer glossator_${'b'.repeat(43)}` },
    });
    expect(answer.statusCode).toBe(401);
  });
});

test('there are at most fifty', async () => {
  const maker = await site.addPerson({ name: 'Maker' });
  for (let n = 0; n < 50; n += 1) await make(maker, 'read');
  const form = { name: 'One more', scope: 'read', days: 7 };
  const answer = await site.as(maker, 'POST', '/tokens', form);
  expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'tokens-too-many']);
});

test.each([
  [{ name: '', scope: 'read', days: 7 }, 400],
  [{ name: '   ', scope: 'read', days: 7 }, 400],
  [{ name: 'x'.repeat(81), scope: 'read', days: 7 }, 400],
  [{ name: 'A', scope: 'administer', days: 7 }, 400],
  [{ name: 'A', scope: 'read', days: 3650 }, 400],
])('%j is refused', async (form, status) => {
  expect((await site.as(ada, 'POST', '/tokens', form)).statusCode).toBe(status);
});

test('the list is a stretch of one index', async () => {
  await site.owner.query('set enable_seqscan = off');
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`
    explain select id from access_token
    where person_id = '${ada.id}' and (created_at, id) < ('infinity', '${ada.id}')
    order by created_at desc, id desc limit 51`);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Scan Backward using access_token_person/);
});
