import type { ClassGrades, GroupMade } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assign, handIn } from './support/assigned.ts';
import { classOf } from './support/classes.ts';
import { startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let otto: Person;
beforeAll(async () => {
  site = await startApp();
  otto = await site.addPerson({ name: 'Otto' });
});
afterAll(() => stopApp(site));

const students = <Names extends readonly string[]>(...names: Names) =>
  Promise.all(names.map((name) => site.addPerson({ name }))) as Promise<{
    [N in keyof Names]: Person;
  }>;

async function read(course: string, query = '', by = otto): Promise<ClassGrades> {
  const answer = await site.as(by, 'GET', `/classes/${course}/grades${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const release = (task: string, chosen: readonly Person[] | null) =>
  site.as(otto, 'POST', `/assignments/${task}/release`, {
    students: chosen?.map(({ id }) => id) ?? null,
  });

async function groupOf(course: string, name: string, ...of: readonly Person[]): Promise<string> {
  const made = await site.as(otto, 'POST', `/classes/${course}/groups`, { name });
  const { id } = made.json<GroupMade>();
  for (const { id: person } of of)
    await site.as(otto, 'PUT', `/classes/${course}/members/${person}/group`, { group: id });
  return id;
}

test('each cell says what they get, whether they were told, and what they wrote', async () => {
  const [ada, ben] = await students('Ada', 'Ben');
  const course = await classOf(site, otto, ben, ada);
  const first = await assign(site, course, { title: 'First' });
  const second = await assign(site, course, { title: 'Second', points: 5 });
  await handIn(site, first, ada);
  await handIn(site, first, ada, { at: '4.3.1.2', body: 'And of the next clause' });
  await handIn(site, second, ben);
  await site.owner.query(`update assignment set due_at = now() - interval '1 hour' where id = $1`, [
    second,
  ]);
  await release(first, [ada]);
  const { assignments, students: rows } = await read(course);
  expect(assignments.map(({ title, told, hidden }) => [title, told, hidden])).toEqual([
    ['First', 1, false],
    ['Second', 0, false],
  ]);
  expect(rows.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  expect(rows[0]?.results).toMatchObject([
    { total: 1_000, of: 1_000, state: 'released', notes: 2, late: 0, isSet: false, contests: 0 },
    { total: 0, of: 500, state: 'ready', released: null, notes: 0, late: 0 },
  ]);
  expect(rows[0]).toMatchObject({
    told: { total: 1_000, of: 1_000 },
    all: { total: 1_000, of: 1_500 },
  });
  // What was written late is left out of the sum, and is not nothing.
  expect(rows[1]?.results[1]).toMatchObject({ total: 0, notes: 1, late: 1 });
  expect(rows[1]?.told).toEqual({ total: 0, of: 0 });
});

test('who was given more time is not late; what is contested is counted', async () => {
  const [ada] = await students('Ada');
  const course = await classOf(site, otto, ada);
  const task = await assign(site, course);
  await handIn(site, task, ada);
  await site.owner.query(
    `with past as (update assignment set due_at = now() - interval '1 hour' where id = $1)
     insert into assignment_extension (assignment_id, person_id, due_at)
     values ($1, $2, now() + interval '1 hour')`,
    [task, ada.id],
  );
  await release(task, null);
  const contested = { line: 'count/notes', words: 'I wrote two.' };
  await site.as(ada, 'POST', `/assignments/${task}/result/contests`, contested);
  const [row] = (await read(course)).students;
  expect(row?.results).toMatchObject([{ total: 500, late: 0, notes: 1, contests: 1 }]);
});

test('averages are of what was told, from three on', async () => {
  const people = await students('Ada', 'Ben', 'Cleo', 'Dora');
  const course = await classOf(site, otto, ...people);
  const task = await assign(site, course);
  const [ada, ben, cleo] = people;
  for (const each of [ada, ben]) await handIn(site, task, each);
  await handIn(site, task, ada, { at: '4.3.1.2', body: 'And of the next clause' });
  await release(task, [ada, ben]);
  expect((await read(course)).assignments).toMatchObject([{ told: 2, averages: null }]);
  await release(task, [cleo]);
  expect((await read(course)).assignments).toMatchObject([
    { told: 3, averages: { mean: 500, median: 500 } },
  ]);
  const group = await groupOf(course, 'North', ada, ben);
  expect((await read(course, `?group=${group}`)).assignments).toMatchObject([
    { told: 2, averages: null },
  ]);
});

test('by group, of one group, and of who is in none', async () => {
  const [ada, ben, cleo] = await students('Ada', 'Ben', 'Cleo');
  const course = await classOf(site, otto, ada, ben, cleo);
  await assign(site, course);
  const south = await groupOf(course, 'South', ada);
  const north = await groupOf(course, 'North', cleo);
  const shown = async (query: string) =>
    (await read(course, query)).students.map(({ name, group }) => [name, group]);
  expect(await shown('?order=group')).toEqual([
    ['Cleo', 'North'],
    ['Ada', 'South'],
    ['Ben', null],
  ]);
  expect(await shown(`?group=${south}`)).toEqual([['Ada', 'South']]);
  expect(await shown('?group=none')).toEqual([['Ben', null]]);
  expect(await read(course, `?group=${north}`)).toMatchObject({ count: 3, chosen: 1 });
  const unknown = await site.as(otto, 'GET', `/classes/${course}/grades?group=all`);
  expect(unknown.statusCode).toBe(400);
});

test('where it is judged blind nothing stands beside a name until all is released', async () => {
  const [ada, ben] = await students('Ada', 'Ben');
  const course = await classOf(site, otto, ada, ben);
  const open = await assign(site, course, { title: 'Open' });
  const blind = await assign(site, course, { title: 'Blind', names: 'blind' });
  for (const task of [open, blind]) await handIn(site, task, ada);
  const asked = await site.as(otto, 'GET', `/assignments/${blind}/grades`);
  const [first] = asked.json<{ students: { student: string }[] }>().students;
  await site.as(otto, 'POST', `/assignments/${blind}/release`, { students: [first?.student] });
  const before = await read(course);
  expect(before.assignments[1]).toMatchObject({ hidden: true, told: 1, averages: null });
  for (const { results, all } of before.students) {
    expect(results[1]).toBeNull();
    expect(all.of).toBe(1_000);
  }
  // Who has left is in the books for what they were told by name, and for nothing else.
  await site.as(ben, 'DELETE', `/classes/${course}/members/${ben.id}`);
  await site.owner.query(
    `insert into grade_result (id, assignment_id, person_id, name, grade, cause)
     select gen_random_uuid(), assignment_id, $2, 'Ben', grade, cause from grade_result
     where assignment_id = $1
       and not exists (select from grade_result o where o.assignment_id = $1 and o.person_id = $2)`,
    [blind, ben.id],
  );
  expect((await read(course)).students.map(({ name }) => name)).toEqual(['Ada']);
  await release(blind, null);
  const after = await read(course);
  expect(after.assignments[1]).toMatchObject({ hidden: false, told: 2 });
  expect(after.students).toMatchObject([
    { name: 'Ada', results: [{ notes: 1 }, { total: 500 }] },
    { name: 'Ben', present: false, results: [null, { of: 1_000 }] },
  ]);
});

test('fifty students stand on a page; the last page is not left behind', async () => {
  const course = await classOf(site, otto);
  const task = await assign(site, course);
  await site.owner.query(
    `with made as (
       insert into person (id, name)
       select gen_random_uuid(), 'Student ' || lpad(n::text, 3, '0') from generate_series(1, 101) n
       returning id)
     insert into class_member (class_id, person_id, role) select $1, id, 'student' from made`,
    [course],
  );
  await release(task, null);
  const last = await read(course, '?page=3');
  expect(last.students.map(({ name }) => name)).toEqual(['Student 101']);
  expect(last).toMatchObject({ page: 3, pages: 3, count: 101, chosen: 101 });
  expect(last.assignments).toMatchObject([{ told: 101, averages: { mean: 0, median: 0 } }]);
  expect((await read(course, '?page=9')).page).toBe(3);
});

test('a class without students or assignments has empty books; students have none', async () => {
  const [ada] = await students('Ada');
  const course = await classOf(site, otto);
  expect(await read(course)).toMatchObject({ assignments: [], students: [], pages: 1 });
  const learned = await classOf(site, otto, ada);
  const refused = await site.as(ada, 'GET', `/classes/${learned}/grades`);
  expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'not-allowed' }]);
});
