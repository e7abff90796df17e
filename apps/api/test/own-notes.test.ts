import type { ClassMine, OwnNotes } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classOf } from './support/classes.ts';
import { writeIn } from './support/gate.ts';
import { setAssignment } from './support/set-assignment.ts';
import {
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

/* What a student wrote in a class, and who answered. */

let site: TestApp;
let teacher: Person;
let ada: Person;
let ben: Person;
let course: string;
beforeAll(async () => {
  site = await startApp();
  teacher = await site.addPerson({ name: 'Tess Teacher' });
  ada = await site.addPerson({ name: 'Ada Quixotry' });
  ben = await site.addPerson({ name: 'Ben Frobozz' });
  course = await classOf(site, teacher, ada, ben);
});
afterAll(() => stopApp(site));

const one = '4.3.1.2';
const two = '4.3.2.1';

async function read(by: Person, query = '', id = course): Promise<OwnNotes> {
  const answer = await site.as(by, 'GET', `/classes/${id}/mine/notes${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const noteIn = async (...asked: Parameters<typeof writeIn>): Promise<string> =>
  rootOf(await writeIn(...asked)).id;
const resultIn = async (id: string) => {
  const mine = await site.as(ada, 'GET', `/classes/${course}/mine`);
  return mine.json<ClassMine>().items.find((item) => item.id === id)?.result;
};

test('all of it, newest first, a page at a time, with who answered', async () => {
  const id = await classOf(site, teacher, ada, ben);
  const first = await setAssignment(site, id, { gate: 'none' });
  const second = await setAssignment(site, id, { gate: 'none' });
  const note = await noteIn(site, ada, first, one, 'The first of mine');
  const asked = await noteIn(site, ben, first, one, 'What Ben asks');
  const reply = await replyTo(site, ada, asked, 'My answer to Ben');
  await noteIn(site, ada, second, two, 'In the second');
  for (const n of [1, 2, 3, 4]) await replyTo(site, ben, note, `Answer ${String(n)}`);
  await replyTo(site, ada, note, 'To myself: no answer of somebody else');
  const last = await replyTo(site, teacher, note, 'And who teaches');

  const all = await read(ada, '', id);
  expect(all.items.map(({ words }) => words)).toEqual([
    'To myself: no answer of somebody else',
    'In the second',
    'My answer to Ben',
    'The first of mine',
  ]);
  expect(all.items[3]).toMatchObject({
    assignment: { id: first, title: 'Think first' },
    work: 'ncss-2016',
    address: one,
    isReply: false,
    isHidden: false,
    place: 'clause',
    answers: { count: 5 },
  });
  expect(all.items[3]?.answers.newest.map(({ author, isStaff }) => [author, isStaff])).toEqual([
    ['Tess Teacher', true],
    ['Ben Frobozz', false],
    ['Ben Frobozz', false],
  ]);
  expect(all.items[3]?.answers.newest[0]?.id).toBe(last.id);
  expect(all.items[2]).toMatchObject({ id: reply.id, isReply: true, answers: { count: 0 } });

  const some = await read(ada, '?limit=3', id);
  const rest = await read(ada, `?limit=3&cursor=${some.next ?? ''}`, id);
  expect([...some.items, ...rest.items]).toEqual(all.items);
  expect(rest.next).toBeNull();
  expect((await read(ada, `?assignment=${second}`, id)).items).toHaveLength(1);
});

test('what others wrote, in whatever class, is in nobody’s list but their own', async () => {
  const other = await classOf(site, teacher, ada);
  await noteIn(site, ada, await setAssignment(site, other, { gate: 'none' }), one, 'Elsewhere');
  const task = await setAssignment(site, course, { gate: 'none' });
  const note = await noteIn(site, ada, task, one, 'Of Ada alone');
  const query = `?assignment=${task}`;
  expect((await read(ben, query)).items).toEqual([]);
  expect((await read(ada, query)).items.map(({ id }) => id)).toEqual([note]);
  await site.as(ada, 'DELETE', `/api/annotations/${note}`);
  expect((await read(ada, query)).items).toEqual([]);
});

test('it is for students of the class', async () => {
  const url = `/classes/${course}/mine/notes`;
  const refused = await site.as(teacher, 'GET', url);
  expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'not-allowed' }]);
  const outside = await site.addPerson({ name: 'Otto' });
  expect((await site.as(outside, 'GET', url)).statusCode).toBe(404);
  const cursor = await site.as(ada, 'GET', `${url}?cursor=x`);
  expect([cursor.statusCode, cursor.json()]).toMatchObject([400, { code: 'cursor-unknown' }]);
});

test('behind a gate it stands on a desk, where those who teach answer', async () => {
  const task = await setAssignment(site, course, { gateNotes: 2 });
  const note = await noteIn(site, ada, task, one, 'Still on my desk');
  await replyTo(site, teacher, note, 'From who teaches');
  const [item] = (await read(ada, `?assignment=${task}`)).items;
  expect(item).toMatchObject({
    place: 'desk',
    answers: { count: 1, newest: [{ author: 'Tess Teacher', isStaff: true }] },
  });
  await noteIn(site, ada, task, one, 'The one that opens it');
  const places = (await read(ada, `?assignment=${task}`)).items.map(({ place }) => place);
  expect(places).toEqual(['clause', 'clause']);
});

test('answers wait where what they stand in is shut, and are not counted', async () => {
  const task = await setAssignment(site, course, { gate: 'none' });
  const note = await noteIn(site, ada, task, one, 'Mine, whatever is shut');
  await replyTo(site, ben, note, 'Xyzzy of Ben');
  const opens = (moment: string) =>
    site.owner.query(`update assignment set opens_at = ${moment} where id = $1`, [task]);
  await opens(`now() + interval '1 hour'`);
  const [item] = (await read(ada, `?assignment=${task}`)).items;
  expect(item).toMatchObject({ id: note, answers: { count: 0, newest: [] } });
  await opens(`now() - interval '1 hour'`);
  expect((await read(ada, `?assignment=${task}`)).items[0]?.answers.count).toBe(1);
});

test.each(['pseudonym', 'blind'])(
  'under names that are %s nobody is told by theirs',
  async (names) => {
    const task = await setAssignment(site, course, { gate: 'none', names });
    const note = await noteIn(site, ada, task, one, `Mine, ${names}`);
    await noteIn(site, ben, task, one, `Ben’s own, ${names}`);
    await replyTo(site, ben, note, 'Who am I?');
    await replyTo(site, teacher, note, 'I teach.');
    const answer = await site.as(ada, 'GET', `/classes/${course}/mine/notes?assignment=${task}`);
    for (const known of [ben.id, ben.name, ben.handle]) expect(answer.body).not.toContain(known);
    const { rows } = await site.owner.query<{ name: string }>(
      'select name from assignment_alias where assignment_id = $1 and person_id = $2',
      [task, ben.id],
    );
    expect(answer.json<OwnNotes>().items[0]?.answers.newest).toMatchObject([
      { author: 'Tess Teacher', isStaff: true },
      { author: rows[0]?.name, isStaff: false },
    ]);
  },
);

test('what is said of a note in private is an answer to it, to its student alone', async () => {
  const task = await setAssignment(site, course, { gate: 'none' });
  const note = await noteIn(site, ada, task, one, 'What they will say something of');
  const feedback = { layer: 'feedback', assignment: task };
  const about = { kind: 'note', annotation: note };
  await startThread(site, teacher, one, { ...feedback, pointing: about, body: 'Between us' });
  await startThread(site, ada, one, { ...feedback, body: 'A question to who teaches' });
  const { items } = await read(ada, `?assignment=${task}`);
  expect(items).toMatchObject([
    { words: 'A question to who teaches', place: 'feedback', answers: { count: 0 } },
    { id: note, place: 'clause', answers: { count: 1, newest: [{ author: 'Tess Teacher' }] } },
  ]);
});

test('a result says that it is there, and what it is once it was opened', async () => {
  const task = await setAssignment(site, course, { gate: 'none' });
  await noteIn(site, ada, task, one, 'For which there are points');
  expect(await resultIn(task)).toBeNull();
  await site.as(teacher, 'POST', `/assignments/${task}/release`, { students: [ada.id] });
  expect(await resultIn(task)).toMatchObject({ points: null });
  await site.as(ada, 'GET', `/assignments/${task}/result`);
  expect(await resultIn(task)).toMatchObject({ points: { total: 333, of: 1_000 } });
  await site.as(teacher, 'POST', `/assignments/${task}/release/undo`, { students: null });
  expect(await resultIn(task)).toBeNull();
});
