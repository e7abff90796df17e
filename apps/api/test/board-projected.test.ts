import type { ProjectedClause } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answer, nickname, openTo, setForBoard, setPaths, writeIn } from './support/board-world.ts';
import type { Setting } from './support/set-assignment.ts';
import { classOf, refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let eve: Person;
let classId: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada Teaches' });
  ben = await site.addPerson({ name: 'Ben Learns' });
  eve = await site.addPerson({ name: 'Eve Learns' });
  classId = await classOf(site, ada, ben, eve);
});

const [first, second, third] = setPaths;
const set = (form?: Setting) => setForBoard(site, classId, { due: null, ...form });
const get = (id: string, query = '', by: Person = ada, address: string = first) =>
  site.as(by, 'GET', `/assignments/${id}/projected/${address}${query}`);
async function show(id: string, query = '', address: string = first): Promise<ProjectedClause> {
  const told = await get(id, query, ada, address);
  expect(told.statusCode, told.body).toBe(200);
  return told.json();
}

test('a clause in its languages, and the ways to those beside it', async () => {
  const id = await set();
  const shown = await show(id);
  expect(shown.texts.map(({ lang }) => lang)).toEqual(['zh-Hans', 'en']);
  for (const { text } of shown.texts) expect(text).not.toBe('');
  expect([shown.previous, shown.next, shown.shut]).toEqual([null, second, 2]);
  expect(await show(id, '', third)).toMatchObject({ previous: second, next: null });
  expect(refusal(await get(id, '', ada, '3.1.1.1'))).toEqual([404, 'not-found']);
});

describe('what a room is shown', () => {
  test('what was handed in and what the staff wrote; desks only where that is asked for', async () => {
    const id = await set();
    await writeIn(site, id, ada, first, { part: 'assignment', body: 'Begin here.' });
    await openTo(site, id, ben, first);
    const { note } = await writeIn(site, id, ben, first, { part: 'clause', body: 'Handed in' });
    await answer(site, ada, note, 'Well seen.');
    await writeIn(site, id, eve, first, { body: 'A desk is no stage' });
    const told = (await get(id)).body;
    expect(told).toContain('Begin here.');
    expect(told).not.toContain('stage');
    const shown = await show(id);
    expect(shown.threads.map(({ notes }) => notes.map(({ isStaff }) => isStaff))).toEqual([
      [true],
      [false, true],
    ]);
    expect(shown).toMatchObject({ shut: 1, desks: false, more: false });
    const all = await show(id, '?desks=true');
    expect(all.threads.at(-1)?.notes).toMatchObject([{ onDesk: true, author: 'Eve Learns' }]);
    expect((await show(id, '', second)).threads).toEqual([]);
  });

  test('words of a note that is gone stay away, its answers keep their place', async () => {
    const id = await set();
    await openTo(site, id, ben, first, second);
    const { note } = await writeIn(site, id, ben, first, { part: 'clause', body: 'Regretted' });
    const reply = await answer(site, ada, note, 'And yet it was good.');
    await site.as(ben, 'DELETE', `/annotations/${note}`);
    expect((await get(id)).body).not.toContain('Regretted');
    expect((await show(id)).threads[0]?.notes).toMatchObject([
      { id: note, html: null, author: null },
      { id: reply, parent: note },
    ]);
    const alone = await writeIn(site, id, ben, second, { part: 'clause' });
    await site.as(ben, 'DELETE', `/annotations/${alone.note}`);
    expect((await show(id, '', second)).threads).toEqual([]);
  });

  test('of groups that read their own alone, one at a time', async () => {
    const id = await set({ byGroups: true });
    const made = await site.as(ada, 'POST', `/classes/${classId}/groups`, { name: 'Owls' });
    const group = made.json<{ id: string }>().id;
    await site.as(ada, 'PUT', `/classes/${classId}/members/${ben.id}/group`, { group });
    await openTo(site, id, ben, first);
    await writeIn(site, id, ben, first, { part: 'clause', body: 'Among owls' });
    expect(await show(id)).toMatchObject({ groups: [{ name: 'Owls' }], group: null, threads: [] });
    expect((await show(id, `?group=${group}`)).threads).toHaveLength(1);
  });
});

describe('names before a room', () => {
  const names = ({ threads }: ProjectedClause) =>
    threads.flatMap(({ notes }) => notes.map(({ author }) => author));
  const written = async (form: Setting): Promise<string> => {
    const id = await set(form);
    await openTo(site, id, ben, first);
    await nickname(site, id, ben, 'Wren 12');
    const { note } = await writeIn(site, id, ben, first, { part: 'clause' });
    await answer(site, ada, note, 'Why?');
    return id;
  };

  test.each([
    ['real', '', ['Ben Learns', 'Ada Teaches']],
    ['real', '?names=none', [null, null]],
    ['pseudonym', '', [null, null]],
    ['pseudonym', '?names=class', ['Wren 12', 'Ada Teaches']],
    ['blind', '', [null, null]],
    ['blind', '?names=class', ['Wren 12', 'Ada Teaches']],
  ] as const)('%s%s: %j', async (choice, query, expected) => {
    expect(names(await show(await written({ names: choice }), query))).toEqual(expected);
  });

  test('no student is named where classmates do not know them', async () => {
    const id = await written({ names: 'pseudonym' });
    await openTo(site, id, eve, first);
    // Without a pseudonym they are nobody.
    await writeIn(site, id, eve, first, { part: 'clause', body: 'By nobody' });
    await site.owner.query('update assignment set released_at = now() where id = $1', [id]);
    const told = (await get(id, '?names=class')).body;
    for (const word of ['Ben Learns', 'Eve Learns', ben.id, eve.id])
      expect(told).not.toContain(word);
  });
});

test('whoever comes to teach is not named on what they wrote as a student', async () => {
  const id = await set({ names: 'blind' });
  await openTo(site, id, ben, first);
  await nickname(site, id, ben, 'Wren 12');
  await writeIn(site, id, ben, first, { part: 'clause', body: 'As a student', kind: 'question' });
  await site.as(ada, 'PUT', `/classes/${classId}/members/${ben.id}`, { role: 'assistant' });
  const [thread] = (await show(id, '?names=class')).threads;
  expect(thread?.notes).toMatchObject([{ author: 'Wren 12', isStaff: false }]);
  const list = await site.as(ada, 'GET', `/assignments/${id}/board/questions`);
  expect(list.body).toContain('Wren 12');
  for (const word of ['Ben Learns', ben.id]) expect(list.body).not.toContain(word);
});

test('students have no projector, nor has anybody outside', async () => {
  const id = await set();
  expect(refusal(await get(id, '', ben))).toEqual([403, 'not-allowed']);
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  expect(refusal(await get(id, '', keeper))).toEqual([404, 'not-found']);
});
