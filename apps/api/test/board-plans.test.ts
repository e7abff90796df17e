import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as board from '../src/features/board/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Read with their plans on four hundred assignments of twenty students, each with a desk and a note: a
 * sequential scan would be chosen where no index served.
 */
let site: TestApp;
const growing = [
  'layer',
  'thread',
  'thread_place',
  'annotation',
  'revision',
  'assignment',
  'assignment_clause',
  'assignment_opening',
  'assignment_alias',
  'assignment_extension',
  'class_member',
  'class_group',
  'class_group_member',
  'person',
];
let assignment = '';
let classId = '';
let student = '';
let uid = '';

async function fill(client: pg.Client): Promise<void> {
  await client.query(`
    alter table thread disable trigger user;
    alter table thread_place disable trigger user;
    alter table annotation disable trigger user;
    alter table layer disable trigger user;
    insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 1000) n;
    insert into class (id, name, zone)
      select md5('c' || n)::uuid, 'C' || n, 'UTC' from generate_series(1, 400) n;
    insert into class_member (class_id, person_id, role)
      select md5('c' || c)::uuid, md5('p' || (c * 20 + n) % 1000 + 1)::uuid, 'student'
      from generate_series(1, 400) c, generate_series(1, 20) n;
    insert into class_group (id, class_id, name)
      select md5('g' || n)::uuid, md5('c' || n)::uuid, 'G' from generate_series(1, 400) n;
    insert into class_group_member (class_id, person_id, group_id)
      select m.class_id, m.person_id, g.id from class_member m join class_group g using (class_id);
    insert into assignment (id, class_id, work_id, title, languages, opens_at, gate, gate_notes,
        least_length, notes, replies, per, coverage, how, late, points, names, published_at)
      select md5('a' || n)::uuid, md5('c' || n)::uuid, 1, 'A', '{en}', now() - interval '9 days', 'count', 1,
        1, 1, 0, 'clause', 0, 'scaled', 'counted', 10, 'pseudonym', now() from generate_series(1, 400) n;
    insert into assignment_clause (assignment_id, uid, n)
      select s.id, u.uid, u.n from assignment s cross join (
        select uid, row_number() over (order by ord) as n from unit
        where work_id = 1 and kind = 'sentence' limit 10) u;
    insert into assignment_opening (assignment_id, uid, person_id, cause)
      select s.id, c.uid, m.person_id, 'count' from assignment s
      join assignment_clause c on c.assignment_id = s.id and c.n <= 5
      join class_member m on m.class_id = s.class_id;
    insert into assignment_alias (assignment_id, person_id, name)
      select s.id, m.person_id, m.person_id::text from assignment s join class_member m using (class_id);
    insert into assignment_extension (assignment_id, person_id, due_at)
      select s.id, m.person_id, now() from assignment s join class_member m using (class_id);
    insert into layer (kind, class_id, assignment_id, part, owner_id, hides_names)
      select 'class', s.class_id, s.id, 'desk', m.person_id, true
      from assignment s join class_member m using (class_id);
    insert into layer (kind, class_id, assignment_id, part, uids)
      select 'class', s.class_id, s.id, 'clause', array[c.uid]
      from assignment s join assignment_clause c on c.assignment_id = s.id;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || l.id)::uuid, 1, l.id, 'segment', c.uid, c.uid, m.person_id
      from layer l join assignment_clause c on c.assignment_id = l.assignment_id
      join class_member m on m.class_id = l.class_id
      where (l.part = 'desk' and c.n = 1 and m.person_id = l.owner_id)
        or (l.part = 'clause' and c.uid = l.uids[1]
          and m.person_id = (select min(o.person_id::text)::uuid from class_member o where o.class_id = l.class_id));
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select 1, layer_id, from_uid, created_at, id, true from thread;
    insert into annotation (id, thread_id, author_id, post_key, kind)
      select id, id, author_id, id, 'question' from thread;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select id, 1, 'What a student wrote', '', 1, '{zh-cac:1.0.0}' from annotation;
    analyze;`);
  const { rows } = await client.query<{ id: string; c: string; p: string; u: string }>(
    `select s.id, s.class_id as c, m.person_id as p, k.uid as u from assignment s
     join class_member m using (class_id)
     join assignment_clause k on k.assignment_id = s.id and k.n = 1 limit 1`,
  );
  assignment = rows[0]?.id ?? '';
  classId = rows[0]?.c ?? '';
  student = rows[0]?.p ?? '';
  uid = rows[0]?.u ?? '';
}
beforeAll(async () => {
  site = await startApp();
  await fill(site.owner);
}, 120_000);
afterAll(() => stopApp(site));

const start = [-1, '-infinity', '00000000-0000-0000-0000-000000000000', 51] as const;

test.each([
  ['its students', board.boardStudents, () => [assignment, true], 20],
  ['all that was written', board.boardNotes, () => [assignment, 10, 'UTC'], 30],
  ['what is open to some', board.boardOpenings, () => [assignment, [student]], 5],
  ['to how many clauses are open', board.boardOpen, () => [assignment], 5],
  ['questions', board.waitingNotes('questions'), () => [assignment, classId, ...start, false], 30],
  [
    'threads without an answer',
    board.waitingNotes('unanswered'),
    () => [assignment, classId, ...start, false],
    30,
  ],
  ['how many questions', board.countWaiting('questions'), () => [assignment], 10],
  ['how many have no answer', board.countWaiting('unanswered'), () => [assignment], 10],
  [
    'a clause before a room',
    board.projectedNotes,
    () => [assignment, 1, uid, null, true, 101, classId],
    21,
  ],
  [
    'of one group',
    board.projectedNotes,
    () => [assignment, 1, uid, randomUUID(), true, 101, classId],
    1,
  ],
  ['to whom a clause is shut', board.shutTo, () => [assignment, uid], 1],
  ['the groups of a class', board.boardGroups, () => [classId], 1],
] as const)('%s', async (_what, { text }, valuesOf, found) => {
  const values = [...valuesOf()];
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
  const scans = rows
    .map((row) => row['QUERY PLAN'])
    .filter((line) => growing.some((table) => line.includes(`Seq Scan on ${table} `)));
  expect(scans).toEqual([]);
  // A plan of what finds nothing would prove little.
  expect((await site.owner.query(text, values)).rows).toHaveLength(found);
});
