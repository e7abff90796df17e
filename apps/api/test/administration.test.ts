import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministratorLink } from '../src/features/accounts/first-administrator.ts';
import {
  cookieOf,
  member,
  origin,
  ownApp,
  password,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let admin: Person;
let ada: Person;
beforeAll(async () => {
  site = await startApp();
  admin = await site.addPerson({ administrator: true });
  ada = await site.addPerson();
});
afterAll(() => stopApp(site));

const settings = { registration: 'open', imprint: '', contact: '' };
const id = '00000000-0000-0000-0000-000000000000';

test.each<['GET' | 'POST' | 'PUT' | 'PATCH', string, object?]>([
  ['GET', '/site/settings'],
  ['PUT', '/site/settings', settings],
  ['GET', '/editions'],
  ['PATCH', '/editions/zh-cac', { access: 'public' }],
  ['GET', '/people'],
  ['GET', '/moderators'],
  ['GET', '/registrations'],
  ['POST', `/registrations/${id}/confirmation`],
  ['POST', '/invitations'],
  ['GET', '/outbox'],
])('%s %s is for administrators', async (method, url, body) => {
  expect(refusal(await site.as(null, method, url, body))).toEqual([401, 'sign-in-required']);
  expect(refusal(await site.as(ada, method, url, body))).toEqual([403, 'not-allowed']);
  const answer = await site.as(admin, method, url, body);
  expect(answer.statusCode).toBe(url.includes(id) ? 404 : method === 'POST' ? 201 : 200);
});

test('a role that is taken away counts with the next request', async () => {
  const former = await site.addPerson({ administrator: true });
  expect((await site.as(former, 'GET', '/people')).statusCode).toBe(200);
  await site.owner.query('delete from site_role where person_id = $1', [former.id]);
  expect((await site.as(former, 'GET', '/people')).statusCode).toBe(403);
});

test('imprint and contact are Markdown, and their HTML is harmless', async () => {
  const imprint = '**Institute**\n\n<script>alert(1)</script> [x](javascript:alert(1))';
  const stored = await site.as(admin, 'PUT', '/site/settings', { ...settings, imprint });
  expect(stored.json()).toEqual({ ...settings, imprint });
  const { imprintHtml, ...view } = (await site.as(null, 'GET', '/site')).json<{
    imprintHtml: string;
  }>();
  expect(view).toEqual({
    registration: 'open',
    mail: false,
    imprint,
    contact: '',
    contactHtml: '',
  });
  expect(imprintHtml).toContain('<strong>Institute</strong>');
  expect(imprintHtml).not.toMatch(/<script|javascript:/);
});

test.each<[string, object]>([
  ['an unknown mode', { ...settings, registration: 'anyone' }],
  ['an unknown field', { ...settings, theme: 'dark' }],
  ['a missing field', { registration: 'open', imprint: '' }],
  ['NUL', { ...settings, contact: 'a\0b' }],
  ['too much', { ...settings, contact: 'x'.repeat(20_001) }],
])('settings with %s are refused', async (_what, body) => {
  expect((await site.as(admin, 'PUT', '/site/settings', body)).statusCode).toBe(400);
});

test('an edition is withheld and shown again', async () => {
  const list = await site.as(admin, 'GET', '/editions');
  expect(list.json()).toMatchObject({
    items: [
      { id: 'zh-cac', work: 'ncss-2016', version: '1.0.0', access: 'public', proposed: [] },
      { id: 'en-creemers', access: 'public', signature: null },
      { id: 'en-glossator', access: 'public', signature: { by: null, at: null } },
    ],
  });
  await site.owner.query(
    `insert into proposed_release (edition_id, version, sha256) values ('zh-cac', '1.0.0', repeat('a', 64))`,
  );
  const change = (access: string) => site.as(admin, 'PATCH', '/editions/zh-cac', { access });
  expect((await change('withheld')).json()).toMatchObject({
    access: 'withheld',
    proposed: [{ version: '1.0.0', sha256: 'a'.repeat(64) }],
  });
  const text = () => site.as(ada, 'GET', '/works/ncss-2016/editions/zh-cac/text');
  expect(refusal(await text())).toEqual([403, 'edition-withheld']);
  await change('signed-in');
  expect((await text()).statusCode).toBe(200);
  await change('public');
  expect(refusal(await change('secret'))[0]).toBe(400);
  const unknown = await site.as(admin, 'PATCH', '/editions/none', { access: 'public' });
  expect(refusal(unknown)).toEqual([404, 'not-found']);
});

test('a supplement says who answers for it, from when they sign to when it is taken back', async () => {
  const sign = (id: string, body: object) =>
    site.as(admin, 'POST', `/editions/${id}/signature`, body);
  const head = async () =>
    (await site.as(null, 'GET', '/works/ncss-2016/editions/en-glossator/text')).body.split('\n')[0];
  const told = async () =>
    (await site.as(null, 'GET', '/works/ncss-2016/reading')).json<{
      work: { supplements: { title: string; signedBy: string | null }[] };
    }>().work.supplements[0];
  expect(await head()).toContain('unreviewed working translation');
  expect((await told())?.signedBy).toBeNull();
  const name = '林 Reader';
  expect(refusal(await sign('zh-cac', { version: '1.0.0', name }))).toEqual([404, 'not-found']);
  expect(refusal(await sign('en-glossator', { version: '0.9.0', name }))).toEqual([
    409,
    'version-stale',
  ]);
  expect(refusal(await sign('en-glossator', { version: '1.0.0', name: ' ' }))[0]).toBe(400);
  const signed = await sign('en-glossator', { version: '1.0.0', name: ` ${name} ` });
  expect(signed.statusCode).toBe(201);
  expect(signed.json()).toMatchObject({ signature: { by: name } });
  expect(refusal(await sign('en-glossator', { version: '1.0.0', name }))).toEqual([
    409,
    'state-changed',
  ]);
  expect(await head()).toContain(`reviewed by ${name}`);
  expect(await head()).not.toContain('unreviewed');
  expect(await told()).toMatchObject({ signedBy: name });
  const back = () => site.as(admin, 'DELETE', '/editions/en-glossator/signature');
  expect((await back()).json()).toMatchObject({ signature: { by: null } });
  expect(refusal(await back())).toEqual([409, 'state-changed']);
  expect(await head()).toContain('unreviewed working translation');
});

test('people are listed newest first, a page at a time, and erased people are not', async () => {
  const here = await ownApp();
  const boss = await here.addPerson({ administrator: true });
  const names = ['one', 'two', 'three'];
  for (const name of names) await member(here, `${name}@x.org`, name);
  const gone = await member(here, 'gone@x.org', 'gone');
  await here.as(gone, 'DELETE', '/account', { password, writing: 'remove' });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const url: string = `/people?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
    const page = (await here.as(boss, 'GET', url)).json<{
      items: { name: string; email: string; administrator: boolean }[];
      next: string | null;
    }>();
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.next;
  } while (cursor !== null);
  expect(seen.filter((name) => names.includes(name))).toEqual(['three', 'two', 'one']);
  expect(seen).toHaveLength(4);
  expect(refusal(await here.as(boss, 'GET', '/people?cursor=x'))).toEqual([400, 'cursor-unknown']);
});

const claim = (where: TestApp, token: string, more: object = {}) =>
  where.as(null, 'POST', '/claim', {
    token,
    name: 'First',
    email: 'first@x.org',
    password,
    locale: 'en',
    ...more,
  });
async function claimToken(where: TestApp): Promise<string> {
  const link = await firstAdministratorLink(where.pool, origin);
  return new URL(link ?? '').searchParams.get('token') ?? '';
}

test('the terminal’s link makes the first administrator, once', async () => {
  const fresh = await ownApp();
  const earlier = await claimToken(fresh);
  const token = await claimToken(fresh);
  expect(refusal(await claim(fresh, earlier))).toEqual([400, 'token-unusable']);
  // A refused form leaves the link as it was.
  expect(refusal(await claim(fresh, token, { email: 'x' }))).toEqual([422, 'email-malformed']);
  const both = await Promise.all([
    claim(fresh, token),
    claim(fresh, token, { email: 'second@x.org' }),
  ]);
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 400]);
  const winner = both.find(({ statusCode }) => statusCode === 201);
  if (winner === undefined) throw new Error('nobody won');
  expect(winner.json()).toMatchObject({
    roles: ['administrator'],
    abilities: { administer: true },
  });
  expect((await fresh.as({ cookie: cookieOf(winner) }, 'GET', '/people')).statusCode).toBe(200);
  expect(await firstAdministratorLink(fresh.pool, origin)).toBeNull();
});

test('a link that is left over is worth nothing once there is an administrator, or after an hour', async () => {
  const fresh = await ownApp();
  const token = await claimToken(fresh);
  await fresh.owner.query('update one_time_token set expires_at = now()');
  expect(refusal(await claim(fresh, token))).toEqual([400, 'token-unusable']);
  const other = await claimToken(fresh);
  await fresh.addPerson({ administrator: true });
  expect(refusal(await claim(fresh, other))).toEqual([400, 'token-unusable']);
});

test('somebody with an account claims by its password', async () => {
  const fresh = await ownApp();
  const known = await member(fresh, 'first@x.org');
  const token = await claimToken(fresh);
  const wrong = await claim(fresh, token, { password: 'not that password' });
  expect(refusal(wrong)).toEqual([422, 'password-wrong']);
  const right = await claim(fresh, token);
  expect(right.json()).toMatchObject({ person: { id: known.id }, roles: ['administrator'] });
});
