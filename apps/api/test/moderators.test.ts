import type { ModeratorPage, ThreadView, ViewerView } from '@glossator/contract';
import type { Static } from 'typebox';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  otherWork,
  ownApp,
  refusal,
  rootOf,
  startThread,
  type Person,
  type TestApp,
} from './support/index.ts';

type List = Static<typeof ModeratorPage>;

let site: TestApp;
let admin: Person;
let ada: Person;
let mia: Person;
beforeEach(async () => {
  site = await ownApp();
  admin = await site.addPerson({ name: 'Keeper', administrator: true });
  ada = await site.addPerson({ name: 'Ada' });
  mia = await site.addPerson({ name: 'Mia' });
  await otherWork(site.owner);
});

const appoint = (who: string, work: string | null, by: Person | null = admin) =>
  site.as(by, 'POST', '/moderators', { who, work });
const dismiss = (person: Person, work: string | null) =>
  site.as(admin, 'DELETE', `/moderators/${person.id}${work === null ? '' : `?work=${work}`}`);
const listed = async (query = ''): Promise<List> =>
  (await site.as(admin, 'GET', `/moderators${query}`)).json<List>();
const mails = async () =>
  (
    await site.owner.query<{ kind: string; subject: string; body: string; locale: string }>(
      'select kind, subject, body, locale from mail where recipient = $1 order by created_at, id',
      [mia.email],
    )
  ).rows;

test.each([
  ['a handle', () => mia.handle],
  ['a handle with its sign', () => ` @${mia.handle} `],
  ['a handle in other letters', () => mia.handle.toUpperCase()],
  ['an address', () => mia.email.toUpperCase()],
])('a moderator is appointed by %s', async (_what, who) => {
  expect((await appoint(who(), 'ncss-2016')).statusCode).toBe(201);
  expect((await listed()).items).toMatchObject([
    {
      id: mia.id,
      name: 'Mia',
      handle: mia.handle,
      email: mia.email,
      appointments: [{ work: 'ncss-2016', grantedBy: 'Keeper' }],
    },
  ]);
});

test.each<[string, string, number, string]>([
  ['nobody', 'nobody.here', 422, 'person-unknown'],
  ['an address without an account', 'nobody@example.org', 422, 'person-unknown'],
  ['nothing', '  ', 422, 'person-unknown'],
  ['what is no address', '@@', 422, 'person-unknown'],
  ['a pattern', '%', 422, 'person-unknown'],
  ['too much', 'x'.repeat(600), 400, 'request-malformed'],
])('%s is not appointed', async (_what, who, status, code) => {
  expect(refusal(await appoint(who, null))).toEqual([status, code]);
  expect((await listed()).items).toEqual([]);
});

test('neither for a work that is not there nor by NUL, nor somebody who has left', async () => {
  expect(refusal(await appoint(mia.handle, 'nowhere'))).toEqual([404, 'not-found']);
  expect((await appoint('a\0b', null)).statusCode).toBe(400);
  await site.owner.query("update person set state = 'erased', name = '' where id = $1", [mia.id]);
  await site.owner.query('delete from account where person_id = $1', [mia.id]);
  expect(refusal(await appoint(mia.handle, null))).toEqual([422, 'person-unknown']);
});

test('an appointment made twice is one, and told once', async () => {
  for (const work of ['ncss-2016', 'ncss-2016', null, null])
    expect((await appoint(mia.handle, work)).statusCode).toBe(201);
  expect((await listed()).items[0]?.appointments.map(({ work }) => work)).toEqual([
    null,
    'ncss-2016',
  ]);
  expect((await mails()).map(({ kind }) => kind)).toEqual([
    'moderator-appointed',
    'moderator-appointed',
  ]);
});

test('the person is told in their language, of which text, and of the end', async () => {
  await site.owner.query("update account set locale = 'zh-Hans' where person_id = $1", [mia.id]);
  await appoint(mia.handle, 'other');
  expect((await dismiss(mia, 'other')).statusCode).toBe(200);
  const [first, last] = await mails();
  expect(first?.body).toContain('《另一文本》');
  expect(first?.body).toContain('/moderation\n');
  expect(last).toMatchObject({ kind: 'moderator-dismissed', locale: 'zh-Hans' });
  expect(refusal(await dismiss(mia, 'other'))).toEqual([404, 'not-found']);
  expect(await mails()).toHaveLength(2);
});

test('one appointment ends and the others stay', async () => {
  for (const work of ['ncss-2016', 'other', null]) await appoint(mia.handle, work);
  await dismiss(mia, 'ncss-2016');
  expect((await listed()).items[0]?.appointments.map(({ work }) => work)).toEqual([null, 'other']);
  await dismiss(mia, null);
  expect((await listed()).items[0]?.appointments.map(({ work }) => work)).toEqual(['other']);
});

test('the list is paged by person', async () => {
  for (const { handle } of [mia, ada])
    for (const work of ['other', null]) await appoint(handle, work);
  const first = await listed('?limit=1');
  const rest = await listed(`?limit=1&cursor=${encodeURIComponent(first.next ?? '')}`);
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([mia.id, ada.id].sort());
  expect(rest.next).toBeNull();
});

test('members are completed by their handle, whether or not they have written', async () => {
  const q = encodeURIComponent(`@${mia.handle.slice(0, 5).toUpperCase()}`);
  const found = await site.as(admin, 'GET', `/completions/members?q=${q}`);
  expect(found.json()).toEqual({ people: [{ name: 'Mia', handle: mia.handle }] });
  expect((await site.as(admin, 'GET', '/completions/members?q=%25')).json()).toEqual({
    people: [],
  });
});

describe('what a moderator may', () => {
  const viewOf = async (person: Person): Promise<ViewerView> =>
    (await site.as(person, 'GET', '/home')).json<{ viewer: ViewerView }>().viewer;
  const noteIn = async () => rootOf(await startThread(site, ada, '4.3.1.2', { body: 'Words' }));
  const hide = (id: string, by: Person) =>
    site.as(by, 'POST', `/annotations/${id}/hide`, {
      code: 'personal-data',
      reason: 'Names a person.',
    });

  test('is said without naming the works', async () => {
    expect(await viewOf(mia)).toMatchObject({ roles: [], abilities: { moderate: false } });
    await appoint(mia.handle, 'other');
    expect(await viewOf(mia)).toMatchObject({
      roles: ['moderator'],
      abilities: { moderate: true, administer: false },
    });
    expect(await viewOf(admin)).toMatchObject({ abilities: { moderate: true } });
  });

  test.each(['ncss-2016', null])(
    'of %s: hides a note, reads it, shows it again, and loses all that with the appointment',
    async (work) => {
      await appoint(mia.handle, work);
      const { id, thread } = await noteIn();
      expect((await hide(id, mia)).statusCode).toBe(200);
      const read = async () =>
        rootOf((await site.as(mia, 'GET', `/threads/${thread}`)).json<ThreadView>());
      expect(await read()).toMatchObject({
        state: 'hidden',
        body: 'Words',
        reason: 'Names a person.',
        abilities: { unhide: true, edit: false, delete: false },
      });
      await dismiss(mia, work);
      expect(await read()).toMatchObject({
        body: null,
        reason: null,
        abilities: { unhide: false },
      });
      expect(
        refusal(
          await site.as(mia, 'POST', `/annotations/${id}/unhide`, { reason: 'It names nobody.' }),
        ),
      ).toEqual([403, 'not-allowed']);
      await appoint(mia.handle, work);
      expect(
        (await site.as(mia, 'POST', `/annotations/${id}/unhide`, { reason: 'It names nobody.' }))
          .statusCode,
      ).toBe(200);
    },
  );

  test('of another work: nothing here', async () => {
    await appoint(mia.handle, 'other');
    const { id, thread } = await noteIn();
    expect(refusal(await hide(id, mia))).toEqual([403, 'not-allowed']);
    await hide(id, admin);
    const read = await site.as(mia, 'GET', `/threads/${thread}`);
    expect(rootOf(read.json())).toMatchObject({ body: null, author: null, reason: null });
  });

  test('is not to appoint others, nor to see how the site is run', async () => {
    await appoint(mia.handle, null);
    expect(refusal(await appoint(ada.handle, null, mia))).toEqual([403, 'not-allowed']);
    for (const url of ['/moderators', '/people', '/outbox', '/completions/members?q=a'])
      expect(refusal(await site.as(mia, 'GET', url)), url).toEqual([403, 'not-allowed']);
  });
});
