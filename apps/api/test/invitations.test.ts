import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  password,
  refusal,
  register,
  startApp,
  stopApp,
  tokenTo,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let admin: Person;
let token: string;

beforeAll(async () => {
  site = await startApp({ config: { origin: new URL('https://gloss.example') } });
  admin = await site.addPerson({ administrator: true });
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  await mode('automatic');
  const answer = await site.as(admin, 'POST', '/invitations');
  expect(answer.statusCode).toBe(201);
  const url = new URL(answer.json<{ url: string }>().url);
  expect(`${url.origin}${url.pathname}`).toBe('https://gloss.example/register');
  token = url.searchParams.get('invitation') ?? '';
});

const mode = (registration: string) =>
  site.as(admin, 'PUT', '/site/settings', { registration, imprint: '', contact: '' });
const confirm = async (email: string) =>
  site.as(null, 'POST', '/accounts/confirmation', { token: await tokenTo(site, email), password });

test('on a public address registration is by invitation until it is set otherwise', async () => {
  expect((await site.as(null, 'GET', '/site')).json()).toMatchObject({
    registration: 'invitation',
  });
  expect(refusal(await register(site, { email: 'a@x.org' }))).toEqual([403, 'invitation-required']);
  await mode('open');
  expect((await register(site, { email: 'a@x.org' })).statusCode).toBe(202);
  await mode('closed');
  expect(refusal(await register(site, { email: 'a@x.org', invitation: token }))).toEqual([
    403,
    'registration-closed',
  ]);
});

test('a mistyped address does not use an invitation up; the first confirmed registration does', async () => {
  expect((await register(site, { email: 'typo@x.org', invitation: token })).statusCode).toBe(202);
  expect((await register(site, { email: 'right@x.org', invitation: token })).statusCode).toBe(202);
  expect((await confirm('right@x.org')).statusCode).toBe(201);
  expect(refusal(await confirm('typo@x.org'))).toEqual([400, 'token-unusable']);
  expect(refusal(await register(site, { email: 'third@x.org', invitation: token }))).toEqual([
    400,
    'token-unusable',
  ]);
});

test('of two confirmed at the same moment one wins', async () => {
  await register(site, { email: 'one@x.org', invitation: token });
  await register(site, { email: 'two@x.org', invitation: token });
  const both = await Promise.all([confirm('one@x.org'), confirm('two@x.org')]);
  expect(both.map((each) => each.statusCode).sort()).toEqual([201, 400]);
});

test('an invitation is no reset and no claim, and ends after seven days', async () => {
  const reset = { token, password };
  expect(refusal(await site.as(null, 'POST', '/accounts/reset', reset))).toEqual([
    400,
    'token-unusable',
  ]);
  const claim = { token, password, name: 'A', email: 'a@x.org', locale: 'en' };
  expect(refusal(await site.as(null, 'POST', '/claim', claim))).toEqual([400, 'token-unusable']);
  const { rows } = await site.owner.query<{ days: string }>(
    `update one_time_token set expires_at = now() where purpose = 'invitation'
     returning round(extract(epoch from old.expires_at - old.created_at) / 86400)::text as days`,
  );
  expect(rows[0]?.days).toBe('7');
  expect(refusal(await register(site, { email: 'late@x.org', invitation: token }))).toEqual([
    400,
    'token-unusable',
  ]);
});

test('an administrator confirms a waiting person, who then signs in', async () => {
  await register(site, { email: 'waits@x.org', invitation: token, name: 'Waiting' });
  const list = await site.as(admin, 'GET', '/registrations');
  const { items } = list.json<{ items: { id: string; email: string; name: string }[] }>();
  const waiting = items.find(({ email }) => email === 'waits@x.org');
  expect(waiting).toMatchObject({ name: 'Waiting' });
  expect(list.body).not.toContain('argon2');
  const url = `/registrations/${waiting?.id ?? ''}/confirmation`;
  expect((await site.as(admin, 'POST', url)).json()).toEqual({ done: true });
  expect(refusal(await site.as(admin, 'POST', url))).toEqual([404, 'not-found']);
  const answer = await site.as(null, 'POST', '/session', { email: 'waits@x.org', password });
  expect(answer.statusCode).toBe(201);
});
