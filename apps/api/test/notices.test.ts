import type { NoticePage, ViewerView } from '@glossator/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { fanOut } from '../src/features/notices/fan-out.ts';
import { tidy } from '../src/features/upkeep/service.ts';
import {
  hideForm,
  member,
  password,
  refusal,
  replyTo,
  rootOf,
  seen,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let keeper: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
});
afterAll(() => stopApp(site));

/** Waits until everybody has been told of everything; the process works it off by itself. */
async function settled(): Promise<void> {
  await vi.waitUntil(
    async () => (await site.owner.query('select 1 from notice_due')).rows.length === 0,
    { timeout: 20_000 },
  );
}
async function follow(person: Person, place: string, state = 'followed'): Promise<void> {
  const answer = await site.as(person, 'PUT', `/follows/${place}`, { state });
  expect(answer.statusCode, answer.body).toBe(200);
}
const page = async (person: Person, query = ''): Promise<NoticePage> =>
  (await site.as(person, 'GET', `/notices${query}`)).json();
const unread = async (person: Person): Promise<number> =>
  (await site.as(person, 'GET', '/session')).json<ViewerView>().unread;
async function told(person: Person): Promise<[reason: string, text: string][]> {
  await settled();
  return (await page(person)).items.map(({ reason, note }) => [reason, note.text]);
}
async function uidAt(at: string): Promise<string> {
  const answer = await site.as(null, 'GET', `/works/ncss-2016/reading?at=${at}`);
  return answer.json<{ focus: { uid: string } }>().focus.uid;
}
const newcomer = (name = 'Cem') => site.addPerson({ name });

test.each([
  ['clause', async () => `clause/${await uidAt('4.1.1.1')}`],
  ['clause', async () => `clause/${await uidAt('4.1')}`],
  ['clause', async () => `clause/${await uidAt('4')}`],
  ['person', () => Promise.resolve(`person/${ada.handle}`)],
  ['layer', () => Promise.resolve('layer/public')],
  ['work', () => Promise.resolve('work/ncss-2016')],
] as const)('who follows a %s is told (%#)', async (reason, place) => {
  const cem = await newcomer();
  await startThread(site, ada, '4.1.1.1', { body: 'Before' });
  await settled();
  await follow(cem, await place());
  await startThread(site, ada, '4.1.1.1', { body: 'After' });
  expect(await told(cem)).toEqual([[reason, 'After']]);
  expect(await unread(cem)).toBe(1);
});

test('a clause elsewhere tells nothing, nor does a thread of somebody else', async () => {
  const cem = await newcomer();
  const thread = await startThread(site, ada, '4.2');
  await settled();
  await follow(cem, `clause/${await uidAt('4.3')}`);
  await follow(cem, `thread/${thread.id}`);
  await startThread(site, ada, '4.2');
  expect(await told(cem)).toEqual([]);
});

test('one notice for a note, by the strongest reason; none of one’s own', async () => {
  const [cem, dora] = [await newcomer(), await newcomer('Dora')];
  await follow(cem, 'work/ncss-2016');
  await follow(cem, 'layer/public');
  const root = rootOf(await startThread(site, cem, '4.2', { body: 'Mine' }));
  await replyTo(site, dora, root.id, `An answer, @${cem.handle}`);
  await startThread(site, dora, '4.2', { body: `Called @${cem.handle}` });
  await startThread(site, dora, '4.2', { body: 'Elsewhere' });
  expect((await told(cem)).map(([reason]) => reason)).toEqual(['layer', 'mention', 'reply']);
});

test('who takes part is told of what others answer each other, until they mute it', async () => {
  const [cem, dora] = [await newcomer(), await newcomer('Dora')];
  const thread = await startThread(site, ada, '4.2');
  await replyTo(site, cem, rootOf(thread).id, 'Here I am');
  await replyTo(site, dora, rootOf(thread).id, 'Not to Cem');
  expect(await told(cem)).toEqual([['thread', 'Not to Cem']]);
  await follow(cem, `thread/${thread.id}`, 'muted');
  await follow(cem, 'work/ncss-2016');
  await replyTo(site, dora, rootOf(thread).id, 'Nor this');
  await replyTo(site, dora, rootOf(thread).id, `But you, @${cem.handle}`);
  expect((await told(cem)).map(([reason]) => reason)).toEqual(['mention', 'thread']);
});

test('an edit tells those whom it newly calls, and nobody twice', async () => {
  const [cem, dora] = [await newcomer(), await newcomer('Dora')];
  await follow(dora, 'work/ncss-2016');
  const root = rootOf(await startThread(site, ada, '4.2', { body: 'Nobody yet' }));
  expect((await told(dora)).length).toBe(1);
  const edited = await site.as(ada, 'PUT', `/annotations/${root.id}`, {
    body: `Now @${cem.handle} and @${dora.handle}`,
    version: 1,
    seen,
  });
  expect(edited.statusCode).toBe(200);
  expect((await told(cem)).map(([reason]) => reason)).toEqual(['mention']);
  expect((await told(dora)).map(([reason]) => reason)).toEqual(['work']);
});

test('a notebook tells nobody; what comes out of it does', async () => {
  const cem = await newcomer();
  await follow(cem, 'work/ncss-2016');
  await follow(cem, `person/${ada.handle}`);
  const thread = await startThread(site, ada, '4.2', {
    layer: 'notebook',
    body: `Secret, @${cem.handle}`,
  });
  await settled();
  const { rows } = await site.owner.query('select 1 from notice where annotation_id = $1', [
    rootOf(thread).id,
  ]);
  expect(rows).toEqual([]);
  await site.as(ada, 'POST', `/threads/${thread.id}/move`, { layer: 'public' });
  expect((await told(cem)).map(([reason]) => reason)).toEqual(['mention']);
});

test.each([
  ['hidden', (id: string) => site.as(keeper, 'POST', `/annotations/${id}/hide`, hideForm())],
  ['deleted', (id: string) => site.as(ada, 'DELETE', `/annotations/${id}`)],
  [
    'moved away',
    async (_id: string, thread: string) =>
      site.as(ada, 'POST', `/threads/${thread}/move`, { layer: 'notebook' }),
  ],
] as const)(
  'a note %s is no longer told of, nor counted, nor there to be marked',
  async (_how, act) => {
    const cem = await newcomer();
    await follow(cem, 'work/ncss-2016');
    const thread = await startThread(site, ada, '4.2', { body: 'Soon gone' });
    expect(await told(cem)).toEqual([['work', 'Soon gone']]);
    const done = await act(rootOf(thread).id, thread.id);
    expect(done.statusCode, done.body).toBe(200);
    expect(await told(cem)).toEqual([]);
    expect(await unread(cem)).toBe(0);
    const marked = await site.as(cem, 'POST', `/notices/${rootOf(thread).id}/read`);
    expect(refusal(marked)).toEqual([404, 'not-found']);
  },
);

test('marked one by one or all that was seen, and read a page at a time', async () => {
  const cem = await newcomer();
  await follow(cem, 'work/ncss-2016');
  for (const n of [1, 2, 3, 4, 5]) {
    await startThread(site, ada, '4.2', { body: `Note ${String(n)}` });
    await settled();
  }
  expect(await unread(cem)).toBe(5);
  const first = await page(cem, '?limit=3');
  expect(first.items.map(({ note }) => note.text)).toEqual(['Note 5', 'Note 4', 'Note 3']);
  const rest = await page(cem, `?limit=3&cursor=${first.next ?? ''}`);
  expect(rest.items.map(({ note }) => note.text)).toEqual(['Note 2', 'Note 1']);
  expect(rest.next).toBeNull();
  await site.as(cem, 'POST', `/notices/${first.items[0]?.note.id ?? ''}/read`);
  expect(await unread(cem)).toBe(4);
  await site.as(cem, 'POST', '/notices/read', { until: first.items[1]?.told });
  expect(await unread(cem)).toBe(0);
  await startThread(site, ada, '4.2', { body: 'Note 6' });
  await settled();
  await site.as(cem, 'POST', '/notices/read', { until: first.items[0]?.told });
  expect(await unread(cem)).toBe(1);
});

test('several workers tell everybody once', async () => {
  const cem = await newcomer();
  await follow(cem, 'work/ncss-2016');
  const count = 45;
  for (let n = 0; n < count; n += 1) await startThread(site, ada, '4.2');
  const work = async () => {
    while (await fanOut(makeTransact(site.pool)));
  };
  await Promise.all([work(), work(), work()]);
  await settled();
  const { rows } = await site.owner.query('select 1 from notice where person_id = $1', [cem.id]);
  expect(rows.length).toBe(count);
});

test('who leaves is told nothing more, and what is old goes', async () => {
  const dora = await member(site, 'dora@example.org', 'Dora');
  const cem = await newcomer();
  for (const person of [dora, cem]) await follow(person, 'work/ncss-2016');
  await startThread(site, ada, '4.2');
  await settled();
  await startThread(site, ada, '4.2');
  const left = await site.as(dora, 'DELETE', '/account', { password, writing: 'remove' });
  expect(left.statusCode).toBe(200);
  await settled();
  const kept = async (id: string) =>
    (await site.owner.query('select 1 from notice where person_id = $1', [id])).rows.length;
  expect([await kept(dora.id), await kept(cem.id)]).toEqual([0, 2]);
  await site.owner.query(
    `update notice set created_at = now() - interval '91 days' where person_id = $1`,
    [cem.id],
  );
  await tidy(makeTransact(site.pool));
  expect(await kept(cem.id)).toBe(0);
});
