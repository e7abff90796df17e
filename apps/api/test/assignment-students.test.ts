import type {
  AssignmentForm,
  AssignmentMine,
  AssignmentStudents,
  ClassMine,
  Extensions,
  GroupMade,
  Openings,
} from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDueGate } from '../src/features/assignments/settle.ts';
import {
  assignmentIn,
  classOf,
  codeOf,
  draftIn,
  inDays,
  publish,
  readAssignment,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let tess: Person;
let ada: Person;
let ben: Person;
let eve: Person;
let theClass: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  tess = await site.addPerson({ name: 'Tess' });
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
  theClass = await classOf(site, tess, ada, ben);
});

const assign = (more: Partial<AssignmentForm> = {}) => assignmentIn(site, tess, theClass, more);
const get = async <View>(by: Person, url: string): Promise<View> => {
  const answer = await site.as(by, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const mine = (id: string, by: Person = ada) => get<AssignmentMine>(by, `/assignments/${id}/mine`);
const students = async (id: string, by: Person = tess) =>
  (await get<AssignmentStudents>(by, `/assignments/${id}/students`)).items;
const openings = (id: string) => get<Openings>(tess, `/assignments/${id}/openings`);
const extend = (id: string, who: Person, form: object, by: Person = tess) =>
  site.as(by, 'PUT', `/assignments/${id}/extensions/${who.id}`, {
    due: null,
    closes: null,
    ...form,
  });
const open = (id: string, to: object, clauses: 'all' | string[] = 'all', by: Person = tess) =>
  site.as(by, 'POST', `/assignments/${id}/openings`, { clauses, to });
const opensTo = async (id: string, by: Person) =>
  (await mine(id, by)).clauses.map(({ open: how }) => how?.cause ?? null);
const events = async (id: string) => {
  const { rows } = await site.owner.query<{ what: string; about: string | null }>(
    `select what, about_id as about from class_event where assignment_id = $1 order by at, id`,
    [id],
  );
  return rows.filter(({ what }) => what !== 'published');
};
const everyone = { kind: 'all' };
const only = (...ids: string[]) => ({ kind: 'students', students: ids });

describe('more time for one', () => {
  test('holds for them alone, is listed, and is taken back', async () => {
    const id = await assign();
    const all = await readAssignment(site, ben, id);
    const due = inDays(10);
    expect((await extend(id, ada, { due })).statusCode).toBe(200);
    expect(Date.parse((await mine(id)).times.due ?? '')).toBe(Date.parse(due));
    expect(await mine(id)).toMatchObject({ isExtended: true, times: { closes: all.closes } });
    expect(Date.parse((await readAssignment(site, ada, id)).times.due ?? '')).toBe(Date.parse(due));
    expect((await readAssignment(site, ada, id)).due).toBe(all.due);
    expect(await mine(id, ben)).toMatchObject({ isExtended: false, times: { due: all.due } });
    const told = await get<Extensions>(tess, `/assignments/${id}/extensions`);
    expect(told.items).toMatchObject([{ person: { id: ada.id, name: 'Ada' }, closes: null }]);
    expect((await students(id)).map(({ name, extension }) => [name, extension !== null])).toEqual([
      ['Ada', true],
      ['Ben', false],
    ]);
    for (const _ of [1, 2]) {
      const url = `/assignments/${id}/extensions/${ada.id}`;
      expect((await site.as(tess, 'DELETE', url)).statusCode).toBe(200);
    }
    expect(await mine(id)).toMatchObject({ isExtended: false, times: { due: all.due } });
    expect(await events(id)).toEqual([
      { what: 'extended', about: ada.id },
      { what: 'extension-taken', about: ada.id },
    ]);
  });

  test('that gives nothing, or ends before it begins, is refused', async () => {
    const id = await assign();
    expect(refusal(await extend(id, ada, {}))).toEqual([422, 'extension-not-later']);
    expect(refusal(await extend(id, ada, { due: inDays(6) }))).toEqual([
      422,
      'extension-not-later',
    ]);
    expect(refusal(await extend(id, ada, { due: inDays(30), closes: inDays(20) }))).toEqual([
      422,
      'close-before-due',
    ]);
    expect(refusal(await extend(id, ada, { due: '9999-12-31T00:00:00Z' }))).toEqual([
      422,
      'time-outside',
    ]);
    expect(await events(id)).toEqual([]);
  });

  test('is for students of the class, of what is published', async () => {
    const id = await assign();
    expect(refusal(await extend(id, eve, { due: inDays(9) }))).toEqual([404, 'not-found']);
    expect(refusal(await extend(id, tess, { due: inDays(9) }))).toEqual([403, 'not-allowed']);
    expect(refusal(await extend(id, ada, { due: inDays(9) }, ada))).toEqual([403, 'not-allowed']);
    const draft = await draftIn(site, tess, theClass);
    expect(refusal(await extend(draft, ada, { due: inDays(9) }))).toEqual([403, 'not-allowed']);
  });

  test('an assistant gives it as well', async () => {
    const id = await assign();
    await site.as(tess, 'PUT', `/classes/${theClass}/members/${ben.id}`, { role: 'assistant' });
    expect((await extend(id, ada, { due: inDays(9) }, ben)).statusCode).toBe(200);
  });
});

describe('opening by hand', () => {
  test('one clause to one student', async () => {
    const id = await assign({ gate: { kind: 'hand' } });
    const answer = await open(id, only(ada.id), ['4.3.1.3']);
    expect(answer.json()).toEqual({ clauses: 1, students: 1 });
    expect(await opensTo(id, ada)).toEqual([null, 'hand']);
    expect(await opensTo(id, ben)).toEqual([null, null]);
    expect(await openings(id)).toMatchObject({
      students: 2,
      clauses: [
        { path: '4.3.1.2', open: 0, byHand: 0 },
        { path: '4.3.1.3', open: 1, byHand: 1 },
      ],
    });
    expect(await events(id)).toEqual([{ what: 'opened', about: ada.id }]);
  });

  test('all to all, once: what was open is not counted again', async () => {
    const id = await assign();
    await open(id, only(ada.id), ['4.3.1.3']);
    expect((await open(id, everyone)).json()).toEqual({ clauses: 3, students: 2 });
    expect((await open(id, everyone)).json()).toEqual({ clauses: 0, students: 0 });
    expect(await events(id)).toEqual([
      { what: 'opened', about: ada.id },
      { what: 'opened', about: null },
    ]);
  });

  test('to a group', async () => {
    const made = await site.as(tess, 'POST', `/classes/${theClass}/groups`, { name: 'A' });
    const { id: group } = made.json<GroupMade>();
    const url = `/classes/${theClass}/members/${ben.id}/group`;
    await site.as(tess, 'PUT', url, { group });
    const id = await assign();
    expect((await open(id, { kind: 'group', group })).json()).toEqual({ clauses: 2, students: 1 });
    expect(await opensTo(id, ben)).toEqual(['hand', 'hand']);
    expect(await opensTo(id, ada)).toEqual([null, null]);
    const nobody = { kind: 'group', group: theClass };
    expect(refusal(await open(id, nobody))).toEqual([422, 'group-unknown']);
  });

  test('is refused for what is not of the assignment, and by whoever may not', async () => {
    const id = await assign();
    expect(refusal(await open(id, everyone, ['4.4.1.1']))).toEqual([422, 'clause-elsewhere']);
    expect(refusal(await open(id, only(eve.id)))).toEqual([422, 'person-unknown']);
    expect(refusal(await open(id, only(tess.id)))).toEqual([422, 'person-unknown']);
    expect(refusal(await open(id, everyone, 'all', ada))).toEqual([403, 'not-allowed']);
    expect(refusal(await open(id, everyone, 'all', eve))).toEqual([404, 'not-found']);
    expect(refusal(await open(id, { kind: 'all', students: [] }))).toEqual([
      400,
      'request-malformed',
    ]);
    expect(await opensTo(id, ada)).toEqual([null, null]);
  });

  test('ends where it is taken back to a draft: nobody has read anything', async () => {
    const id = await assign();
    await open(id, everyone);
    expect(await opensTo(id, ada)).toEqual(['hand', 'hand']);
    const { version } = await readAssignment(site, tess, id);
    const draft = { published: false, version };
    expect((await site.as(tess, 'PUT', `/assignments/${id}/publication`, draft)).statusCode).toBe(
      200,
    );
    await publish(site, tess, id);
    expect(await opensTo(id, ada)).toEqual([null, null]);
  });

  test('without a gate all stands open, from when it opens', async () => {
    const id = await assign({ gate: { kind: 'none' } });
    expect((await open(id, everyone)).json()).toEqual({ clauses: 0, students: 0 });
    expect(await opensTo(id, ada)).toEqual(['none', 'none']);
    const later = await assign({ gate: { kind: 'none' }, opens: inDays(1) });
    expect(await opensTo(later, ada)).toEqual([null, null]);
  });
});

describe('a gate that time opens', () => {
  const due = { gate: { kind: 'time', at: inDays(-0.1) } } as const;
  const run = async (): Promise<number> => {
    let runs = 0;
    while (await openDueGate(site.app)) runs += 1;
    return runs;
  };

  test('is opened to all by whichever process comes first, once', async () => {
    const id = await assign(due);
    const later = await assign({ gate: { kind: 'time', at: inDays(1) } });
    await Promise.all([run(), run(), run()]);
    const { rows } = await site.owner.query<{ n: number; causes: string[] }>(
      `select count(*)::integer as n, array_agg(distinct cause) as causes
       from assignment_opening where assignment_id = any($1)`,
      [[id, later]],
    );
    expect(rows).toEqual([{ n: 4, causes: ['time'] }]);
    expect(await run()).toBe(0);
  });

  test('stands open to whoever reads before that, or came in after it', async () => {
    const id = await assign(due);
    expect(await opensTo(id, ada)).toEqual(['time', 'time']);
    await run();
    await site.as(eve, 'POST', `/class-codes/${await codeOf(site, tess, theClass)}/join`);
    const list = await get<ClassMine>(eve, `/classes/${theClass}/mine`);
    expect(list.items).toMatchObject([{ id, open: 2, clauses: 2 }]);
    expect(await opensTo(id, eve)).toEqual(['time', 'time']);
  });

  test('is not opened in a draft, and opens when it is published', async () => {
    const id = await draftIn(site, tess, theClass, due);
    await run();
    expect((await openings(id)).clauses.map((clause) => clause.open)).toEqual([0, 0]);
    await publish(site, tess, id);
    await run();
    expect((await openings(id)).clauses.map((clause) => clause.open)).toEqual([2, 2]);
  });
});

describe('names', () => {
  test('students have one name each in an assignment that hides theirs, and it stays', async () => {
    const id = await assign({ names: 'pseudonym' });
    const own = (await mine(id)).pseudonym;
    const other = (await mine(id, ben)).pseudonym;
    expect(own).toMatch(/^[A-Z][a-z]+ \d\d$/u);
    expect(other).not.toBe(own);
    expect((await mine(id)).pseudonym).toBe(own);
    expect(await students(id)).toMatchObject([
      { id: ada.id, name: 'Ada', pseudonym: own },
      { id: ben.id, name: 'Ben', pseudonym: other },
    ]);
    const next = await assign({ names: 'real' });
    expect((await mine(next)).pseudonym).toBeNull();
  });

  test('whoever grades blind learns no name, no id, no group and no extension until release', async () => {
    const id = await assign({ names: 'blind' });
    await extend(id, ada, { due: inDays(9) });
    const own = (await mine(id)).pseudonym ?? '';
    const answer = await site.as(tess, 'GET', `/assignments/${id}/students`);
    for (const secret of [ada.id, ben.id, 'Ada', 'Ben']) expect(answer.body).not.toContain(secret);
    const told = answer.json<AssignmentStudents>().items;
    expect(told.map(({ name }) => name)).toEqual(told.map(({ name }) => name).toSorted());
    expect(told.every(({ extension, group }) => extension === null && group === null)).toBe(true);
    const heron = told.find(({ name }) => name === own)?.id ?? '';
    expect(refusal(await open(id, only(ada.id)))).toEqual([422, 'person-unknown']);
    expect((await open(id, only(heron))).json()).toEqual({ clauses: 2, students: 1 });
    expect(await opensTo(id, ada)).toEqual(['hand', 'hand']);
    await site.owner.query('update assignment set released_at = now() where id = $1', [id]);
    expect(await students(id)).toMatchObject([
      { id: ada.id, name: 'Ada', pseudonym: own },
      { id: ben.id, name: 'Ben' },
    ]);
  });

  test('many draw at once, and no two have one name', async () => {
    const id = await assign({ names: 'pseudonym' });
    await site.owner.query('delete from assignment_alias where assignment_id = $1', [id]);
    await Promise.all([mine(id), mine(id, ben), mine(id), students(id), students(id)]);
    const names = (await students(id)).map(({ pseudonym }) => pseudonym);
    expect(new Set(names).size).toBe(2);
  });
});

test('what is one’s own is for students of the class, also when it is in the archive', async () => {
  const id = await assign();
  expect(refusal(await site.as(tess, 'GET', `/assignments/${id}/mine`))).toEqual([
    403,
    'not-allowed',
  ]);
  expect(refusal(await site.as(tess, 'GET', `/classes/${theClass}/mine`))).toEqual([
    403,
    'not-allowed',
  ]);
  await site.as(tess, 'PUT', `/classes/${theClass}/archive`, { archived: true });
  expect((await mine(id)).clauses).toHaveLength(2);
  expect((await get<ClassMine>(ada, `/classes/${theClass}/mine`)).items).toHaveLength(1);
  expect(refusal(await extend(id, ada, { due: inDays(9) }))).toEqual([409, 'class-archived']);
  expect(refusal(await open(id, everyone))).toEqual([409, 'class-archived']);
});
