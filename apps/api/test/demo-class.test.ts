import type {
  AssignmentMine,
  AssignmentSummary,
  Board,
  ClassSummary,
  Extensions,
  GradesView,
  OwnResult,
  StudentWork,
  ThreadPage,
} from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDemo, classWalk, removeDemo } from '../src/demo/demo.ts';
import { emptySite, play } from './support/demo.ts';
import {
  codeOf,
  replyTo,
  rootOf,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

interface List<Item> {
  readonly items: readonly Item[];
}
const origin = new URL('http://localhost:3000');
let site: TestApp;
let invitations: Awaited<ReturnType<typeof addDemo>>;
beforeAll(async () => {
  site = await startApp();
  invitations = await addDemo(site.ownerUrl, origin);
});
afterAll(() => stopApp(site));

const ines = 'Inés Robledo (demo)';
const student = {
  lin: '林晓（演示）',
  tomas: 'Tomás Ferreira (demo)',
  clara: 'Clara Okafor (demo)',
  mina: 'Mina Sato (demo)',
  amara: 'Amara Diallo (demo)',
  yu: '余佳（演示）',
  hao: '周昊（演示）',
  leila: 'Leila Farouk (demo)',
};

async function read<Answer>(by: Person, path: string): Promise<Answer> {
  const answer = await site.as(by, 'GET', path);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Answer>();
}

async function assignments(by: Person) {
  const { items: classes } = await read<List<ClassSummary>>(by, '/classes');
  expect(classes).toHaveLength(1);
  const [course] = classes;
  const { items } = await read<List<AssignmentSummary>>(
    by,
    `/classes/${course?.id ?? ''}/assignments`,
  );
  const [sovereignty, security, draft] = items;
  return { course, sovereignty, security, draft, count: items.length };
}

const threadsIn = async (by: Person, assignment: string, at: string) =>
  (await read<ThreadPage>(by, `/api/works/ncss-2016/threads?at=${at}&assignment=${assignment}`))
    .items;

test('whom a link is for is told with what they are in the class', () => {
  const roles = Map.groupBy(invitations, ({ inClass }) => inClass);
  expect(roles.get('instructor')?.map(({ name }) => name)).toEqual([ines]);
  expect(roles.get('assistant')?.map(({ name }) => name)).toEqual(['陈思远（演示）']);
  expect(new Set(roles.get('student')?.map(({ name }) => name))).toEqual(
    new Set(Object.values(student)),
  );
  expect(roles.get(null)).toHaveLength(10);
  // Each begins where they have something to do; the walk names those who are there.
  const begins = ({ link }: { link: string }): string | null =>
    new URL(link).searchParams.get('back');
  expect(roles.get('student')?.map(begins)).toEqual(Array(8).fill('/classes'));
  expect(invitations.filter(({ moderates }) => moderates).map(begins)).toEqual(
    Array(2).fill('/moderation'),
  );
  const named = new Set(invitations.map(({ name }) => name));
  for (const step of classWalk) expect(named, step).toContain(step.split(/[:,]/u)[0]);
});

test('its class has one assignment that is told, one that is open and one that students do not know of', async () => {
  const teacher = await assignments(await play(site, ines));
  const now = new Date().toISOString();
  expect(teacher.count).toBe(3);
  const { sovereignty, security, draft } = teacher;
  expect(sovereignty?.released).not.toBeNull();
  expect((sovereignty?.closes ?? '') < now).toBe(true);
  expect(security).toMatchObject({ released: null });
  expect((security?.due ?? '') < now && now < (security?.closes ?? '')).toBe(true);
  expect(draft?.published).toBeNull();
  expect((await assignments(await play(site, student.clara))).count).toBe(2);
});

test('what was got is told, contested and answered', async () => {
  const teacher = await play(site, ines);
  const { sovereignty } = await assignments(teacher);
  const grades = await read<GradesView>(teacher, `/assignments/${sovereignty?.id ?? ''}/grades`);
  const told = new Map(grades.students.map((row) => [row.name, row]));
  expect([...told.values()].map(({ state }) => state)).toEqual(Array(8).fill('released'));
  expect(told.get(student.tomas)).toMatchObject({ total: 2_000, contests: 0, counted: 600 });
  expect(told.get(student.clara)).toMatchObject({ contests: 1, counted: 1_000, isSet: false });
  expect(told.get(student.leila)).toMatchObject({ isSet: true, total: 1_400, counted: 400 });
  // One of her two was too short.
  expect(told.get(student.yu)).toMatchObject({ notes: 3, counted: 600 });

  const tomas = await play(site, student.tomas);
  const own = await read<OwnResult>(tomas, `/assignments/${sovereignty?.id ?? ''}/result`);
  expect(own.contests[0]).toMatchObject({ answer: 'changed' });
  expect(own.result?.grade.count?.leftOut.map(({ why }) => why)).toEqual(['late']);
  const key = told.get(student.lin)?.student ?? '';
  const work = await read<StudentWork>(
    teacher,
    `/assignments/${sovereignty?.id ?? ''}/grades/${key}`,
  );
  expect(work.threads.length).toBeGreaterThan(1);
});

test('a question and feedback are read by their student and the staff alone', async () => {
  const teacher = await play(site, ines);
  const { sovereignty } = await assignments(teacher);
  const between = async (by: Person, at: string): Promise<number> =>
    (await threadsIn(by, sovereignty?.id ?? '', at)).filter(({ layer }) => layer === 'feedback')
      .length;
  expect(await between(teacher, '3.1.1.2')).toBe(1);
  expect(await between(await play(site, student.leila), '3.1.1.2')).toBe(1);
  expect(await between(await play(site, student.clara), '3.1.1.2')).toBe(0);
  expect(await between(await play(site, student.lin), '3.1.1.1')).toBe(1);
  expect(await between(await play(site, student.mina), '3.1.1.1')).toBe(0);
});

test('in the open one some read on, and others have to think first', async () => {
  const teacher = await play(site, ines);
  const { security } = await assignments(teacher);
  const id = security?.id ?? '';
  const board = await read<Board>(teacher, `/assignments/${id}/board`);
  const opened = new Map(board.students.map(({ name, open }) => [name, open]));
  expect(opened.get(student.lin)).toEqual([0]);
  expect(opened.get(student.hao)).toEqual([0]);
  expect(opened.get(student.mina)).toEqual([2]);
  expect(opened.get(student.amara)).toEqual([1, 2]);
  for (const name of [student.leila, student.clara, student.yu, student.tomas])
    expect(opened.get(name), name).toEqual([]);
  const counted = new Map(board.students.map((row) => [row.name, row]));
  expect(counted.get(student.clara)).toMatchObject({ notes: 1, short: 1 });
  expect(counted.get(student.leila)).toMatchObject({ notes: 1, short: 0 });
  expect(counted.get(student.mina)).toMatchObject({ notes: 3, late: 1 });
  expect(counted.get(student.yu)).toMatchObject({ notes: 1, late: 0 });
  const extensions = await read<Extensions>(teacher, `/assignments/${id}/extensions`);
  expect(extensions.items.map(({ person }) => person.name)).toEqual([student.yu]);

  const lin = await threadsIn(await play(site, student.lin), id, '3.2.1.2');
  const names = new Set(lin.map((thread) => rootOf(thread).author?.name));
  expect(lin).toHaveLength(5);
  expect(names).toContain(ines);
  expect(names).not.toContain(student.hao);
  const tomas = await play(site, student.tomas);
  const shut = await threadsIn(tomas, id, '3.2.1.2');
  expect(shut.map((thread) => rootOf(thread).author?.name)).toEqual([ines]);
  const mine = await read<AssignmentMine>(tomas, `/assignments/${id}/mine`);
  expect(mine.clauses.map(({ opensBy, open }) => [opensBy, open])).toEqual(
    Array(3).fill([2, null]),
  );
});

test('who came into its class keeps their words there when it goes', async () => {
  const own = await emptySite();
  await addDemo(own.ownerUrl, origin);
  const guest = await own.addPerson({ name: 'Guest' });
  const teacher = await play(own, ines);
  const { items: classes } = (await own.as(teacher, 'GET', '/classes')).json<List<ClassSummary>>();
  const course = classes[0]?.id ?? '';
  const code = await codeOf(own, teacher, course);
  expect((await own.as(guest, 'POST', `/class-codes/${code}/join`)).statusCode).toBe(200);
  const page = await own.as(guest, 'GET', `/classes/${course}/assignments`);
  const id = page.json<List<AssignmentSummary>>().items[1]?.id ?? '';
  const path = `/api/works/ncss-2016/threads?at=3.2.1.2&assignment=${id}`;
  const [staffNote] = (await own.as(guest, 'GET', path)).json<ThreadPage>().items;
  if (staffNote === undefined) throw new Error('the staff wrote nothing');
  await replyTo(own, guest, rootOf(staffNote).id, 'Words of somebody real');

  await removeDemo(own.ownerUrl);
  const [left] = (await own.as(guest, 'GET', '/classes')).json<List<ClassSummary>>().items;
  expect(left).toMatchObject({ id: course, role: 'student' });
  expect(left?.archived).not.toBeNull();
  const threads = (await own.as(guest, 'GET', path)).json<ThreadPage>().items;
  expect(threads).toHaveLength(1);
  expect(threads[0]?.annotations.map(({ body }) => body)).toEqual([null, 'Words of somebody real']);
  const { rows } = await own.owner.query(
    "select count(*)::integer as n from person where name like '%(demo)' or name like '%（演示）'",
  );
  expect(rows).toEqual([{ n: 0 }]);
});
