import type { AssignmentForm, AssignmentMine, ClassMine } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDueGate } from '../src/features/assignments/settle.ts';
import {
  assignmentForm,
  assignmentIn,
  classOf,
  inDays,
  readAssignment,
  refusal,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  threadForm,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let tess: Person;
let ada: Person;
let ben: Person;
let theClass: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  tess = await site.addPerson({ name: 'Tess' });
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  theClass = await classOf(site, tess, ada, ben);
});

const assign = (more: Partial<AssignmentForm> = {}) => assignmentIn(site, tess, theClass, more);
const write = (assignment: string, by: Person, at: string, body = `What ${at} asks of whom`) =>
  startThread(site, by, at, { layer: 'class', assignment, body });
const mine = async (id: string, by: Person = ada) =>
  (await site.as(by, 'GET', `/assignments/${id}/mine`)).json<AssignmentMine>();
const inClass = async (by: Person = ada) =>
  (await site.as(by, 'GET', `/classes/${theClass}/mine`)).json<ClassMine>().items;
const change = async (id: string, more: Partial<AssignmentForm>) => {
  const { version, ranges, opens, due, closes } = await readAssignment(site, tess, id);
  const kept = ranges.map(({ from, to }) => ({ from, to }));
  const form = assignmentForm({ ranges: kept, opens, due, closes, ...more });
  return site.as(tess, 'PUT', `/assignments/${id}`, { ...form, version });
};
const layers = async (id: string) => {
  const { rows } = await site.owner.query<{ part: string; n: number }>(
    `select l.part, count(*)::integer as n from layer l join thread t on t.layer_id = l.id
     where l.assignment_id = $1 group by 1 order by 1`,
    [id],
  );
  return Object.fromEntries(rows.map(({ part, n }) => [part, n]));
};

describe('how far a student is', () => {
  test('counts what says enough, against what is asked for, clause by clause', async () => {
    const id = await assign();
    await write(id, ada, '4.3.1.2');
    await write(id, ada, '4.3.1.3', 'Too short');
    const now = await mine(id);
    expect(now).toMatchObject({
      notes: { needed: 4, done: 1 },
      replies: { needed: 2, done: 0 },
      coverage: { needed: 0, done: 0 },
      clauses: [
        { path: '4.3.1.2', written: 1, opensBy: 1, open: { cause: 'count' } },
        { path: '4.3.1.3', written: 0, opensBy: 1, open: null },
      ],
    });
    expect(now.leftOut.map(({ why }) => why)).toEqual(['short']);
    expect(await mine(id, ben)).toMatchObject({ notes: { done: 0 }, leftOut: [] });
  });

  test('tells late work, and work that an extension makes timely', async () => {
    const id = await assign({ late: 'left-out' });
    await write(id, ada, '4.3.1.2');
    await site.owner.query(
      `update assignment set opens_at = now() - interval '3 days', due_at = now() - interval '2 days'
       where id = $1`,
      [id],
    );
    expect((await mine(id)).leftOut.map(({ why }) => why)).toEqual(['late']);
    const due = inDays(1);
    const url = `/assignments/${id}/extensions/${ada.id}`;
    expect((await site.as(tess, 'PUT', url, { due, closes: null })).statusCode).toBe(200);
    expect(await mine(id)).toMatchObject({ leftOut: [], notes: { done: 1 } });
  });

  test('is told for the class as well, with answers of others that are theirs to read', async () => {
    const id = await assign();
    const other = await assign({ title: 'Another', opens: inDays(1), gate: { kind: 'none' } });
    const own = rootOf(await write(id, ada, '4.3.1.2'));
    await write(id, ben, '4.3.1.2', 'What Ben makes of it');
    await replyTo(site, ben, own.id, 'An answer of some length');
    await replyTo(site, ada, own.id, 'Her own word on her own note');
    expect(await inClass()).toMatchObject([
      { id, open: 1, clauses: 2, answers: 1, notes: { needed: 4, done: 1 }, replies: { done: 1 } },
      { id: other, open: 0, clauses: 2, answers: 0, notes: { done: 0 } },
    ]);
    expect(await inClass(ben)).toMatchObject([
      { id, answers: 0, notes: { done: 1 }, replies: { done: 1 } },
      { id: other },
    ]);
  });
});

describe('where somebody has written', () => {
  test('the assignment stays published, and keeps that clause', async () => {
    const id = await assign();
    await write(id, ada, '4.3.1.2');
    const { version } = await readAssignment(site, tess, id);
    const back = { published: false, version };
    const answer = await site.as(tess, 'PUT', `/assignments/${id}/publication`, back);
    expect(refusal(answer)).toEqual([409, 'assignment-written']);
    const less = await change(id, { ranges: [{ from: '4.3.1.3', to: '4.3.1.3' }] });
    expect(less.json()).toMatchObject({
      code: 'assignment-fixed',
      current: { fixed: ['clauses'] },
    });
    const more = await change(id, { ranges: [{ from: '4.3.1.1', to: '4.3.1.2' }] });
    expect(more.statusCode, more.body).toBe(200);
    expect((await mine(id)).clauses.map(({ path }) => path)).toEqual(['4.3.1.1', '4.3.1.2']);
  });

  test('a draft with a note of the staff in it is not deleted', async () => {
    const id = await assign();
    const { version } = await readAssignment(site, tess, id);
    await site.as(tess, 'PUT', `/assignments/${id}/publication`, { published: false, version });
    await write(id, tess, '4.3.1.2');
    expect(refusal(await site.as(tess, 'DELETE', `/assignments/${id}`))).toEqual([
      409,
      'assignment-written',
    ]);
  });
});

describe('a gate that is made looser', () => {
  test('opens what has been earned by it, and hands that in', async () => {
    const id = await assign({ gate: { kind: 'count', notes: 2 } });
    await write(id, ada, '4.3.1.2');
    await write(id, ben, '4.3.1.3', 'Short one');
    expect(await layers(id)).toEqual({ desk: 2 });
    expect((await change(id, { gate: { kind: 'count', notes: 1 } })).statusCode).toBe(200);
    expect(await layers(id)).toEqual({ clause: 1, desk: 1 });
    const opened = (await mine(id)).clauses.map(({ open }) => open?.cause ?? null);
    expect(opened).toEqual(['count', null]);
    expect(
      (await change(id, { gate: { kind: 'count', notes: 1 }, leastLength: 5 })).statusCode,
    ).toBe(200);
    expect(await layers(id)).toEqual({ clause: 2 });
  });

  test('and taken away hands in everything', async () => {
    const id = await assign({ gate: { kind: 'hand' } });
    await write(id, ada, '4.3.1.2');
    await write(id, ben, '4.3.1.2', 'What Ben makes of it');
    expect((await change(id, { gate: { kind: 'none' } })).statusCode).toBe(200);
    expect(await layers(id)).toEqual({ clause: 2 });
  });
});

test('what is written while a gate opens at its time is handed in, whoever comes first', async () => {
  const id = await assign({ gate: { kind: 'time', at: inDays(1) } });
  await write(id, ada, '4.3.1.2', 'Written long before the time');
  await site.owner.query(`update assignment set gate_at = now() where id = $1`, [id]);
  const places = ['4.3.1.2', '4.3.1.3'];
  const answers = await Promise.all([
    openDueGate(site.app),
    openDueGate(site.app),
    ...[ada, ben].flatMap((by) =>
      places.map((at) =>
        site.as(by, 'POST', '/threads', {
          ...threadForm(at, { layer: 'class', assignment: id }),
          body: `By ${by.name} on ${at}`,
        }),
      ),
    ),
    ...[ada, ben].map((by) => site.as(by, 'GET', `/assignments/${id}/mine`)),
    ...[ada, ben].map((by) => site.as(by, 'GET', `/classes/${theClass}/mine`)),
  ]);
  const statuses = answers.flatMap((answer) =>
    typeof answer === 'boolean' ? [] : [answer.statusCode],
  );
  expect(statuses.toSorted()).toEqual([200, 200, 200, 200, 201, 201, 201, 201]);
  expect(await layers(id)).toEqual({ clause: 5 });
});
