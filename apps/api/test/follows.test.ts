import type { FollowPage, ReadingView } from '@glossator/contract';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { tidy } from '../src/features/upkeep/service.ts';
import {
  member,
  password,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let bob: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  bob = await site.addPerson({ name: 'Bob' });
});
afterAll(() => stopApp(site));

const followed = { state: 'followed' };
const put = (person: Person, place: string, state: object = followed) =>
  site.as(person, 'PUT', `/follows/${place}`, state);
const listed = async (person: Person, query = ''): Promise<FollowPage> =>
  (await site.as(person, 'GET', `/follows${query}`)).json();
const reading = async (person: Person | null, at: string): Promise<ReadingView> =>
  (await site.as(person, 'GET', `/works/ncss-2016/reading?at=${at}`)).json();

test('a clause, a section, a thread, a person, a layer and a work are followed and listed', async () => {
  const cem = await site.addPerson({ name: 'Cem' });
  const thread = await startThread(site, ada, '4.3.1.2');
  const clause = (await reading(cem, '4.3.1.2')).focus.uid ?? '';
  const section = (await reading(cem, '4.3')).focus.uid ?? '';
  for (const place of [
    `clause/${clause}`,
    `clause/${section}`,
    `thread/${thread.id}`,
    `person/${ada.handle}`,
    'layer/public',
    'work/ncss-2016',
  ])
    expect((await put(cem, place)).statusCode, place).toBe(200);
  const { items } = await listed(cem);
  expect(
    items.map(({ kind, target, address, name, work }) => [kind, target, address ?? name ?? work]),
  ).toEqual([
    ['work', 'ncss-2016', 'ncss-2016'],
    ['layer', 'public', null],
    ['person', ada.handle, 'Ada'],
    ['thread', thread.id, '4.3.1.2'],
    ['clause', section, '4.3'],
    ['clause', clause, '4.3.1.2'],
  ]);
  expect(items.at(-1)?.words.map(({ lang }) => lang)).toEqual(['zh-Hans']);
  const view = await reading(cem, '4.3.1.2');
  expect(view.follows.map(({ kind, target }) => [kind, target]).toSorted()).toEqual(
    [
      ['clause', clause],
      ['thread', thread.id],
      ['work', 'ncss-2016'],
    ].toSorted(),
  );
  expect((await reading(null, '4.3.1.2')).follows).toEqual([]);
  expect((await reading(bob, '4.3.1.2')).follows).toEqual([]);
});

test('twice is once; ended is gone, and ending it again finds nothing', async () => {
  const cem = await site.addPerson({ name: 'Cem' });
  await put(cem, 'work/ncss-2016');
  await put(cem, 'work/ncss-2016');
  expect((await listed(cem)).items.length).toBe(1);
  expect((await site.as(cem, 'DELETE', '/follows/work/ncss-2016')).statusCode).toBe(200);
  expect((await listed(cem)).items).toEqual([]);
  expect(refusal(await site.as(cem, 'DELETE', '/follows/work/ncss-2016'))).toEqual([
    404,
    'not-found',
  ]);
});

test.each([
  'clause/s-00000000',
  'clause/x',
  'thread/x',
  `thread/${randomUUID()}`,
  'person/nobody',
  'layer/notebook',
  'layer/x',
  'work/none',
])('%s is not there to be followed', async (place) => {
  expect(refusal(await put(ada, place))).toEqual([404, 'not-found']);
});

test('who has written nothing that one sees cannot be followed', async () => {
  const quiet = await site.addPerson({ name: 'Quiet' });
  expect(refusal(await put(ada, `person/${quiet.handle}`))[0]).toBe(404);
  await startThread(site, quiet, '4.1', { layer: 'notebook' });
  expect(refusal(await put(ada, `person/${quiet.handle}`))[0]).toBe(404);
  await startThread(site, quiet, '4.1');
  expect((await put(ada, `person/${quiet.handle}`)).statusCode).toBe(200);
});

test('a person of whom nothing is seen any more is still let go of', async () => {
  const gone = await site.addPerson({ name: 'Gone' });
  const note = rootOf(await startThread(site, gone, '4.1'));
  const place = `person/${gone.handle}`;
  await put(ada, place);
  await site.as(gone, 'DELETE', `/annotations/${note.id}`);
  expect((await site.as(ada, 'DELETE', `/follows/${place}`)).statusCode).toBe(200);
  // Whoever never followed them learns nothing.
  expect(refusal(await site.as(bob, 'DELETE', `/follows/${place}`))).toEqual([404, 'not-found']);
  expect(refusal(await site.as(bob, 'DELETE', '/follows/person/nobody'))).toEqual([
    404,
    'not-found',
  ]);
});

test('taking part follows a thread, unless it is muted, ended by the setting or one’s own', async () => {
  const [cem, dora] = [
    await site.addPerson({ name: 'Cem' }),
    await site.addPerson({ name: 'Dora' }),
  ];
  const thread = await startThread(site, cem, '4.2');
  expect((await listed(cem)).items).toMatchObject([{ kind: 'thread', target: thread.id }]);
  await replyTo(site, dora, rootOf(thread).id, 'Indeed');
  expect((await listed(dora)).items).toMatchObject([{ target: thread.id, state: 'followed' }]);

  expect((await put(dora, `thread/${thread.id}`, { state: 'muted' })).json()).toMatchObject({
    state: 'muted',
  });
  await replyTo(site, dora, rootOf(thread).id, 'Once more');
  expect((await listed(dora)).items).toMatchObject([{ target: thread.id, state: 'muted' }]);

  await startThread(site, dora, '4.2', { layer: 'notebook' });
  const answer = await site.as(dora, 'PATCH', '/following/settings', { ownThreads: false });
  expect(answer.json()).toEqual({ ownThreads: false, mail: 'off', zone: 'UTC' });
  await startThread(site, dora, '4.2');
  expect((await listed(dora)).items.length).toBe(1);
});

test('a list is read a page at a time', async () => {
  const cem = await site.addPerson({ name: 'Cem' });
  const uids = (await reading(cem, '4')).focus.segments.slice(0, 5);
  for (const uid of uids) await put(cem, `clause/${uid}`);
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const page: FollowPage = await listed(cem, `?limit=2${next === null ? '' : `&cursor=${next}`}`);
    seen.push(...page.items.map(({ target }) => target));
    next = page.next;
  } while (next !== null);
  expect(seen).toEqual(uids.toReversed());
});

test('a thread that goes where one may not look is listed no more', async () => {
  const cem = await site.addPerson({ name: 'Cem' });
  const thread = await startThread(site, ada, '4.4');
  await put(cem, `thread/${thread.id}`);
  const moved = await site.as(ada, 'POST', `/threads/${thread.id}/move`, { layer: 'notebook' });
  expect(moved.statusCode, moved.body).toBe(200);
  expect((await listed(cem)).items).toEqual([]);
});

test('who leaves follows nothing and is followed by nobody', async () => {
  const dora = await member(site, 'dora@example.org', 'Dora');
  await startThread(site, dora, '4.1');
  await put(ada, `person/${dora.handle}`);
  expect((await listed(ada)).items.map(({ name }) => name)).toContain('Dora');
  const left = await site.as(dora, 'DELETE', '/account', { password, writing: 'anonymise' });
  expect(left.statusCode).toBe(200);
  const { rows } = await site.owner.query(
    'select 1 from follow where person_id = $1::uuid or target = $1::uuid::text',
    [dora.id],
  );
  expect(rows).toEqual([]);
});

test('rows whose thread has gone are tidied away', async () => {
  await site.owner.query(
    `insert into follow (id, person_id, kind, target) values ($1::uuid, $2, 'thread', $1::uuid::text)`,
    [randomUUID(), ada.id],
  );
  const count = async () =>
    (await site.owner.query("select 1 from follow where kind = 'thread' and target = id::text"))
      .rows.length;
  expect(await count()).toBe(1);
  await tidy(makeTransact(site.pool));
  expect(await count()).toBe(0);
});
