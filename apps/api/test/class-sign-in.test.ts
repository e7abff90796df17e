import type {
  ClassSignedIn,
  ClassSignInLink,
  ClassView,
  SessionPage,
  ViewerView,
} from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  classOf,
  codeOf,
  cookieOf,
  newestMail,
  refusal,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';
import { readIn } from './support/gate.ts';
import { setAssignment } from './support/set-assignment.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  id = await classOf(site, ada, ben);
});

const make = (who: Person = ben, by: Person = ada, of = id) =>
  site.as(by, 'POST', `/classes/${of}/members/${who.id}/sign-in-link`);
const tokenOf = async (who: Person = ben, by: Person = ada): Promise<string> => {
  const answer = await make(who, by);
  expect(answer.statusCode, answer.body).toBe(201);
  return new URL(answer.json<ClassSignInLink>().url).searchParams.get('token') ?? '';
};
const use = (token: string) => site.as(null, 'POST', '/class-sign-in', { token });
const signedIn = async () => {
  const answer = await use(await tokenOf());
  expect(answer.statusCode, answer.body).toBe(201);
  expect(answer.json<ClassSignedIn>()).toEqual({ id });
  return { cookie: cookieOf(answer) };
};
const viewer = async (who: { readonly cookie: string }) =>
  (await site.as(who, 'GET', '/session')).json<ViewerView>();

describe('a link', () => {
  test('names whom it signs in and where, and is not used up by being looked at', async () => {
    const token = await tokenOf();
    const look = await site.as(null, 'GET', `/class-sign-in?token=${token}`);
    expect(look.json()).toEqual({ name: 'Ben', className: 'Reading policy' });
    expect((await use(token)).statusCode).toBe(201);
  });

  test('works once, and only the newest does', async () => {
    const old = await tokenOf();
    const token = await tokenOf();
    expect(refusal(await use(old))).toEqual([400, 'token-unusable']);
    const answers = await Promise.all([use(token), use(token)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 400]);
  });

  test('is stored as nothing that leads back to it', async () => {
    const token = await tokenOf();
    const { rows } = await site.owner.query('select * from one_time_token');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'is older than half an hour',
      () =>
        site.owner.query(
          `update one_time_token set expires_at = expires_at - interval '30 minutes'`,
        ),
    ],
    [
      'is of somebody who was removed',
      () => site.as(ada, 'DELETE', `/classes/${id}/members/${ben.id}`),
    ],
    [
      'is of somebody who assists by now',
      () => site.as(ada, 'PUT', `/classes/${id}/members/${ben.id}`, { role: 'assistant' }),
    ],
    [
      'is of a moderator by now',
      () => site.owner.query('insert into moderator (person_id) values ($1)', [ben.id]),
    ],
    [
      'leads into the archive',
      () => site.as(ada, 'PUT', `/classes/${id}/archive`, { archived: true }),
    ],
  ])('that %s signs nobody in', async (_what, happens) => {
    const token = await tokenOf();
    await happens();
    expect(refusal(await use(token))).toEqual([400, 'token-unusable']);
    expect((await site.as(null, 'GET', `/class-sign-in?token=${token}`)).statusCode).toBe(400);
  });
});

describe('nobody lends themselves powers by a link', () => {
  test.each<[string, (who: Person) => Promise<unknown>]>([
    [
      'an administrator',
      ({ id: who }) =>
        site.owner.query('insert into site_role values ($1, $2)', [who, 'administrator']),
    ],
    [
      'a moderator',
      ({ id: who }) => site.owner.query('insert into moderator (person_id) values ($1)', [who]),
    ],
    ['who teaches another class', (who) => classOf(site, who)],
  ])('of %s there is none', async (_what, becomes) => {
    await becomes(ben);
    expect(refusal(await make())).toEqual([409, 'link-refused']);
  });

  test('nor of oneself, of staff, of who left, or of who is in another class', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    const other = await classOf(site, ada, eve);
    expect(refusal(await make(ada))).toEqual([403, 'not-allowed']);
    expect(refusal(await make(eve))).toEqual([404, 'not-found']);
    await site.as(ben, 'DELETE', `/classes/${id}/members/${ben.id}`);
    expect(refusal(await make())).toEqual([403, 'not-allowed']);
    await site.as(ada, 'PUT', `/classes/${other}/members/${eve.id}`, { role: 'assistant' });
    expect(refusal(await make(eve, ada, other))).toEqual([403, 'not-allowed']);
  });

  test('whoever was removed from the staff has none either that they made before', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    id = await classOf(site, ada, ben, eve);
    await site.as(ada, 'PUT', `/classes/${id}/members/${eve.id}`, { role: 'assistant' });
    const token = await tokenOf(ben, eve);
    await site.as(ada, 'DELETE', `/classes/${id}/members/${eve.id}`);
    expect(refusal(await use(token))).toEqual([400, 'token-unusable']);
    expect((await site.as(null, 'GET', `/class-sign-in?token=${token}`)).statusCode).toBe(400);
  });

  test('a student makes none, an assistant does', async () => {
    const eve = await site.addPerson({ name: 'Eve' });
    id = await classOf(site, ada, ben, eve);
    expect(refusal(await make(ben, eve))).toEqual([403, 'not-allowed']);
    await site.as(ada, 'PUT', `/classes/${id}/members/${eve.id}`, { role: 'assistant' });
    expect((await make(ben, eve)).statusCode).toBe(201);
  });
});

describe('a session by a link', () => {
  test('is in the class and nowhere else of the student’s', async () => {
    const other = await classOf(site, ada, ben);
    const secret = await startThread(site, ben, '4.3.1.2', {
      body: 'Mine alone',
      layer: 'notebook',
    });
    const link = await signedIn();
    expect((await site.as(link, 'GET', `/classes/${id}`)).json<ClassView>().role).toBe('student');
    expect(await viewer(link)).toMatchObject({ within: id, roles: [], person: { email: '' } });
    expect(JSON.stringify((await site.as(link, 'GET', '/classes')).json())).not.toContain(other);
    for (const [method, url, status] of [
      ['GET', `/classes/${other}`, 404],
      ['GET', `/threads/${secret.id}`, 404],
      ['GET', '/account/export', 403],
      ['GET', '/account/stored', 403],
      ['DELETE', '/account', 403],
      ['GET', '/sessions', 403],
      ['GET', '/drafts', 403],
      ['GET', '/notices', 403],
      ['GET', '/search?q=Mine', 403],
    ] as const)
      expect([method, url, (await site.as(link, method, url)).statusCode]).toEqual([
        method,
        url,
        status,
      ]);
    const page = await site.as(link, 'GET', '/works/ncss-2016/reading?at=4.3.1.2');
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain('Mine alone');
  });

  test('reads and writes nothing in the assignments of another class of theirs', async () => {
    const other = await classOf(site, ada, ben);
    const opened = new Date(Date.now() - 60_000).toISOString();
    const [hers, timed] = [
      await setAssignment(site, other, { gate: 'none' }),
      await setAssignment(site, other, { gate: 'time', gateAt: opened }),
    ];
    await startThread(site, ada, '4.3.1.2', {
      layer: 'class',
      assignment: hers,
      body: 'Elsewhere',
    });
    const link = await signedIn();
    for (const assignment of [hers, timed]) {
      for (const url of [
        `/works/ncss-2016/threads?at=4.3.1.2&assignment=${assignment}`,
        `/works/ncss-2016/marks?assignment=${assignment}`,
        `/works/ncss-2016/reading?at=4.3.1.2&assignment=${assignment}`,
      ])
        expect([url, ...refusal(await site.as(link, 'GET', url))]).toEqual([url, 404, 'not-found']);
      for (const layer of ['class', 'feedback']) {
        const form = threadForm('4.3.1.2', { layer, assignment, body: 'By a link' });
        expect(refusal(await site.as(link, 'POST', '/threads', form))).toEqual([404, 'not-found']);
      }
    }
    expect(await readIn(site, ada, timed, '4.3.1.2')).toEqual([]);
  });

  test('has no powers that the student is given later, and ends where they teach here', async () => {
    const link = await signedIn();
    await site.owner.query('insert into site_role values ($1, $2)', [ben.id, 'administrator']);
    expect((await site.as(link, 'GET', '/people')).statusCode).toBe(403);
    expect((await viewer(link)).roles).toEqual([]);
    await site.owner.query('delete from site_role where person_id = $1', [ben.id]);
    await site.as(ada, 'PUT', `/classes/${id}/members/${ben.id}`, { role: 'assistant' });
    expect((await viewer(link)).person).toBeNull();
  });

  test('is told to the student: by mail, in their list of sessions, in what is kept about them', async () => {
    const link = await signedIn();
    expect(await newestMail(site, ben.email)).toContain('signs in as you to that class');
    const sessions = (await site.as(ben, 'GET', '/sessions')).json<SessionPage>().items;
    expect(sessions.map(({ within }) => within)).toEqual(['Reading policy', null]);
    const { rows } = await site.owner.query<{ what: string }>(
      'select what from class_event where actor_id = $1 and about_id = $2 order by at, what',
      [ada.id, ben.id],
    );
    expect(rows.map(({ what }) => what)).toEqual(['sign-in-link', 'signed-in-by-link']);
    const [theirs] = sessions;
    expect((await site.as(ben, 'DELETE', `/sessions/${theirs?.id ?? ''}`)).statusCode).toBe(200);
    expect((await viewer(link)).person).toBeNull();
  });

  test('takes nothing from the sessions that they have', async () => {
    await signedIn();
    expect((await viewer(ben)).within).toBeNull();
  });
});

describe('a session by a link', () => {
  test.each<[string, (maker: Person) => Promise<unknown>]>([
    ['is removed', (maker) => site.as(ada, 'DELETE', `/classes/${id}/members/${maker.id}`)],
    ['leaves', (maker) => site.as(maker, 'DELETE', `/classes/${id}/members/${maker.id}`)],
    [
      'becomes a student',
      (maker) => site.as(ada, 'PUT', `/classes/${id}/members/${maker.id}`, { role: 'student' }),
    ],
  ])('ends when whoever made the link %s', async (_, goes) => {
    const maker = await site.addPerson({ name: 'Max' });
    const code = await codeOf(site, ada, id);
    await site.as(maker, 'POST', `/class-codes/${code}/join`);
    await site.as(ada, 'PUT', `/classes/${id}/members/${maker.id}`, { role: 'assistant' });
    const others = await signedIn();
    const answer = await use(await tokenOf(ben, maker));
    const theirs = { cookie: cookieOf(answer) };
    expect((await viewer(theirs)).within).toBe(id);
    await goes(maker);
    expect((await viewer(theirs)).person).toBeNull();
    expect((await viewer(others)).within).toBe(id);
    expect((await viewer(ben)).person?.name).toBe('Ben');
  });
});
