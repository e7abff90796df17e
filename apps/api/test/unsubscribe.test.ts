import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../src/app.ts';
import type { Message } from '../src/features/mail/transport.ts';
import { makeUnsubscribeSeal } from '../src/features/notices/unsubscribe.ts';
import {
  gatherNow,
  deliverNow,
  mailNow,
  member,
  password,
  refusal,
  startApp,
  startThread,
  stopApp,
  fanOutNow,
  wishMail,
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

const follow = (person: Person, place: string) =>
  site.as(person, 'PUT', `/follows/${place}`, { state: 'followed' });

/** A person who was mailed of a note, and the links of that mail. */
async function mailed(): Promise<{ cem: Person; header: string; all: string; one: string }> {
  const cem = await site.addPerson({ name: 'Cem' });
  await wishMail(site, cem, 'soon');
  await follow(cem, 'work/ncss-2016');
  await startThread(site, ada, '4.2');
  const sent = await mailNow(site);
  const mail = sent.find(({ to }) => to.address === cem.email);
  const pages = [...(mail?.text ?? '').matchAll(/\/unsubscribe\?token=([\w-]+)/g)];
  return {
    cem,
    header: /\?token=([\w-]+)>$/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '',
    one: pages[0]?.[1] ?? '',
    all: pages[1]?.[1] ?? '',
  };
}
const post = (token: string, type?: string, body?: string, headers: object = {}) =>
  site.app.inject({
    method: 'POST',
    url: `/api/unsubscribe?token=${token}`,
    headers: { ...(type === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined ? {} : { payload: body }),
  });
const choice = async (person: Person): Promise<string> =>
  (await site.as(person, 'GET', '/following/settings')).json<{ mail: string }>().mail;
const mails = async (person: Person): Promise<boolean[]> =>
  (await site.as(person, 'GET', '/follows'))
    .json<{ items: { mail: boolean }[] }>()
    .items.map(({ mail }) => mail);
const state = async (person: Person) => [await choice(person), ...(await mails(person))];

const form = 'application/x-www-form-urlencoded';
const oneClick = 'List-Unsubscribe=One-Click';
const parts =
  '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';

test.each([
  ['as a form', form, oneClick],
  ['in parts', 'multipart/form-data; boundary=b', parts],
  ['as the page asks', undefined, undefined],
])('one click, %s, without signing in, ends all mail; often is once', async (_how, type, body) => {
  const { cem, header } = await mailed();
  for (let n = 0; n < 3; n += 1) {
    const answer = await post(header, type, body);
    expect([answer.statusCode, answer.json()]).toEqual([200, { scope: 'all' }]);
    expect(await state(cem)).toEqual(['off', true]);
  }
  await startThread(site, ada, '4.2');
  expect((await mailNow(site)).filter(({ to }) => to.address === cem.email)).toEqual([]);
  // It is followed on, and told of in the list.
  const told = await site.as(cem, 'GET', '/notices');
  expect(told.json<{ items: unknown[] }>().items).toHaveLength(2);
});

test('a link about one thing ends mail about that alone', async () => {
  const { cem, one } = await mailed();
  await follow(cem, `person/${ada.handle}`);
  expect((await post(one)).json()).toEqual({ scope: 'work' });
  expect((await post(one)).json()).toEqual({ scope: 'work' });
  expect(await state(cem)).toEqual(['soon', true, false]);
  await startThread(site, ada, '4.2');
  const [mail] = (await mailNow(site)).filter(({ to }) => to.address === cem.email);
  expect(mail?.text).toContain('whom you follow');
});

test('what waits goes with it, also from the outbox', async () => {
  for (const ending of ['one', 'all'] as const)
    for (const when of [gatherNow, fanOutNow]) {
      const links = await mailed();
      await startThread(site, ada, '4.2');
      await when(site);
      await post(links[ending]);
      const sent: Message[] = [...(await deliverNow(site)), ...(await mailNow(site))];
      expect(sent.filter(({ to }) => to.address === links.cem.email)).toEqual([]);
    }
});

test('whoever opens links changes nothing: not by GET, HEAD or OPTIONS, as often as they like', async () => {
  const { cem, header, all, one } = await mailed();
  for (const token of [header, all, one])
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'] as const)
      for (const url of ['/api/unsubscribe', '/api/unsubscribe/scope'])
        await site.app.inject({ method, url: `${url}?token=${token}`, payload: oneClick });
  expect(await state(cem)).toEqual(['soon', true]);
  const opened = await site.app.inject({ url: `/api/unsubscribe?token=${header}` });
  expect([opened.statusCode, opened.headers.location]).toEqual([
    303,
    `/unsubscribe?token=${header}`,
  ]);
});

describe('a link', () => {
  test('leads nowhere else', async () => {
    for (const token of [
      '//evil.example',
      'https://evil.example',
      '\\evil',
      '%0d%0aLocation:%20x',
    ]) {
      const url = `/api/unsubscribe?token=${encodeURIComponent(token)}&back=//evil.example`;
      const refused = await site.app.inject({ url });
      expect(refused.statusCode).toBe(400);
      const opened = await site.app.inject({ url: url.split('&')[0] ?? '' });
      expect(opened.headers.location).toMatch(/^\/unsubscribe\?token=[\w%-]+(\.[\w]+)?$/);
    }
  });

  test('says nothing of whom or what, and is another one each time', async () => {
    const first = await mailed();
    const { rows } = await site.owner.query<{ id: string }>(
      'select id from follow where person_id = $1',
      [first.cem.id],
    );
    const words = [first.cem.id, first.cem.email, first.cem.handle, rows[0]?.id ?? '-'];
    const links = [first.header, first.all, first.one];
    expect(new Set(links).size).toBe(3);
    expect(new Set(links.map((link) => link.length)).size).toBe(1);
    for (const link of links) {
      const bytes = Buffer.from(link, 'base64url').toString('latin1');
      for (const word of words) expect(link + bytes).not.toContain(word);
    }
  });

  test('cannot be made, changed or taken from elsewhere', async () => {
    const { cem, header } = await mailed();
    const page = await site.as(cem, 'GET', '/works/ncss-2016/reading');
    const { live } = page.json<{ live: string }>();
    const other = makeUnsubscribeSeal([randomBytes(32).toString('hex')], site.config.origin);
    const foreign = other.page('all', cem.id).split('=')[1] ?? '';
    const changed = (header.startsWith('A') ? 'B' : 'A') + header.slice(1);
    for (const token of [live, foreign, changed, header.slice(0, -2), cem.id, 'x'])
      for (const answer of [
        await post(token),
        await site.as(null, 'GET', `/unsubscribe/scope?token=${token}`),
      ])
        expect(refusal(answer), token).toEqual([400, 'token-unusable']);
    for (const token of ['', 'x'.repeat(201)])
      expect(refusal(await post(token))).toEqual([400, 'request-malformed']);
    expect(await state(cem)).toEqual(['soon', true]);
  });

  test('works as long as its key is kept, for whoever is signed in or was', async () => {
    const { cem, header, one } = await mailed();
    const config = { ...site.config, keys: [randomBytes(32).toString('hex'), ...site.config.keys] };
    const later = await buildApp({ config, pool: site.pool });
    try {
      const answer = await later.inject({ method: 'POST', url: `/api/unsubscribe?token=${one}` });
      expect(answer.json()).toEqual({ scope: 'work' });
    } finally {
      await later.close();
    }
    await site.as(cem, 'DELETE', '/session');
    const dead = { cookie: cem.cookie, origin: site.config.origin.origin };
    expect((await post(header, form, oneClick, dead)).statusCode).toBe(200);
    const { rows } = await site.owner.query(
      'select notice_mail from account where person_id = $1',
      [cem.id],
    );
    expect(rows).toEqual([{ notice_mail: 'off' }]);
  });

  test('is not used from a page of another site', async () => {
    const { cem, header } = await mailed();
    const answer = await post(header, form, oneClick, { origin: 'https://evil.example' });
    expect(refusal(answer)).toEqual([403, 'origin-refused']);
    expect(await state(cem)).toEqual(['soon', true]);
  });

  test('answers the same when there is nobody and nothing left', async () => {
    const dora = await member(site, 'dora@example.org', 'Dora');
    await wishMail(site, dora, 'soon');
    await follow(dora, 'work/ncss-2016');
    const seal = makeUnsubscribeSeal(site.config.keys, site.config.origin);
    const { rows } = await site.owner.query<{ id: string }>(
      'select id from follow where person_id = $1',
      [dora.id],
    );
    const links = [seal.page('all', dora.id), seal.page('work', rows[0]?.id ?? '')];
    await site.as(dora, 'DELETE', '/account', { password, writing: 'anonymise' });
    for (const link of links) expect((await post(link.split('=')[1] ?? '')).statusCode).toBe(200);
  });

  test('brings no more with it than a few words', async () => {
    const { header } = await mailed();
    expect((await post(header, form, 'x'.repeat(3_000))).statusCode).toBe(413);
    expect((await post(header, 'text/xml', '<x/>')).statusCode).toBe(415);
  });
});
