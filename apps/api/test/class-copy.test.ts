import type { ClassJoined, ClassView } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { classOf } from './support/classes.ts';
import { setAssignment } from './support/set-assignment.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

test('a copy has what was set, as drafts at later times by the clocks of the class, and nothing of anybody', async () => {
  const teacher = await site.addPerson({ name: 'Tess' });
  const student = await site.addPerson({ name: 'Sam' });
  const id = await classOf(site, teacher, student);
  const assignment = await setAssignment(site, id);
  // Summer time ends in between where the class is.
  await site.owner.query(`update class set zone = 'Europe/Berlin' where id = $1`, [id]);
  await site.owner.query(
    `update assignment set opens_at = '2026-10-20T08:00:00Z', due_at = '2026-10-21T08:00:00Z'
     where id = $1`,
    [assignment],
  );
  const answer = await site.as(teacher, 'POST', `/classes/${id}/copies`, {
    name: 'The next term',
    days: 7,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  const copy = answer.json<ClassJoined>().id;
  const view = (await site.as(teacher, 'GET', `/classes/${copy}`)).json<ClassView>();
  expect(view).toMatchObject({
    name: 'The next term',
    zone: 'Europe/Berlin',
    role: 'instructor',
    students: 0,
    code: null,
  });
  const { rows } = await site.owner.query(
    `select title, gate, published_at, opens_at, due_at, (
       select count(*)::integer from assignment_clause c where c.assignment_id = s.id) as clauses
     from assignment s where class_id = $1`,
    [copy],
  );
  expect(rows).toEqual([
    {
      title: 'Think first',
      gate: 'count',
      published_at: null,
      opens_at: new Date('2026-10-27T09:00:00Z'),
      due_at: new Date('2026-10-28T09:00:00Z'),
      clauses: 3,
    },
  ]);
  expect((await site.as(student, 'GET', `/classes/${copy}`)).statusCode).toBe(404);
  const refused = await site.as(student, 'POST', `/classes/${id}/copies`, {
    name: 'Mine',
    days: 0,
  });
  expect(refused.statusCode).toBe(403);
});
