import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as assignments from '../src/features/assignments/statements.ts';
import * as own from '../src/features/assignments/own-statements.ts';
import * as students from '../src/features/assignments/student-statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Read with their plans on three thousand classes, each with thirty students, two assignments, and
 * notes in one: a sequential scan would be chosen where no index served.
 */
let site: TestApp;
const growing = [
  'class',
  'class_member',
  'class_group',
  'class_group_member',
  'person',
  'assignment',
  'assignment_range',
  'assignment_clause',
  'assignment_extension',
  'assignment_opening',
  'assignment_alias',
  'layer',
  'thread',
  'thread_place',
  'annotation',
  'revision',
  'grade_result',
];
const md5 = async (text: string): Promise<string> => {
  const { rows } = await site.owner.query<{ id: string }>('select md5($1)::uuid as id', [text]);
  return rows[0]?.id ?? '';
};

async function fill(client: pg.Client): Promise<void> {
  await client.query(
    `insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 20000) n;
     insert into class (id, name, zone)
       select md5('c' || n)::uuid, 'C' || n, 'UTC' from generate_series(1, 3000) n;
     insert into class_member (class_id, person_id, role)
       select md5('c' || c)::uuid, md5('p' || (c * 30 + n) % 20000 + 1)::uuid, 'student'
       from generate_series(1, 3000) c, generate_series(1, 30) n on conflict do nothing;
     insert into class_group (id, class_id, name)
       select md5('g' || c)::uuid, md5('c' || c)::uuid, 'G' from generate_series(1, 3000) c;
     insert into class_group_member (class_id, person_id, group_id)
       select m.class_id, m.person_id, g.id from class_member m join class_group g using (class_id);
     insert into assignment (id, class_id, work_id, title, languages, opens_at, gate, gate_at,
         least_length, notes, replies, per, coverage, how, late, points, names, published_at, gate_settled)
       select md5('a' || c || ' ' || n)::uuid, md5('c' || c)::uuid, w.id, 'A', '{en}',
         now() - make_interval(days => n), 'time', now() - interval '1 hour', 0, 1, 0, 'clause', 0,
         'scaled', 'counted', 10, 'pseudonym', now(), true
       from generate_series(1, 3000) c, generate_series(1, 2) n, (select id from work limit 1) w;
     insert into assignment_clause
       select a.id, u.uid, 1 from assignment a, (select uid from unit where path = '4.3.1.2' limit 1) u;
     insert into assignment_range
       select a.id, 1, u.uid, u.uid from assignment a, (select uid from unit where path = '4.3.1.2' limit 1) u;
     insert into assignment_opening (assignment_id, uid, person_id, cause)
       select a.id, k.uid, m.person_id, 'time'
       from assignment a join assignment_clause k on k.assignment_id = a.id
       join class_member m on m.class_id = a.class_id;
     insert into assignment_alias (assignment_id, person_id, name)
       select a.id, m.person_id, left(m.person_id::text, 13)
       from assignment a join class_member m on m.class_id = a.class_id;
     insert into assignment_extension (assignment_id, person_id, due_at)
       select a.id, m.person_id, now() from assignment a join class_member m on m.class_id = a.class_id;
     insert into layer (kind, class_id, assignment_id, part, uids)
       select 'class', a.class_id, a.id, 'clause', array[k.uid]
       from assignment a join assignment_clause k on k.assignment_id = a.id;
     insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
       select md5('t' || l.id || m.person_id)::uuid, a.work_id, l.id, 'segment', l.uids[1], l.uids[1],
         m.person_id
       from layer l join assignment a on a.id = l.assignment_id
       join class_member m on m.class_id = l.class_id and m.person_id < '20000000-0000-0000-0000-000000000000';
     insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
       select work_id, layer_id, from_uid, created_at, id, true from thread;
     insert into annotation (id, thread_id, author_id, post_key)
       select md5('n' || id)::uuid, id, author_id, gen_random_uuid() from thread;
     insert into revision (annotation_id, number, body, html, renderer, seen)
       select id, 1, 'Words', '', 3, '{x}' from annotation;
     insert into grade_result (id, assignment_id, person_id, name, grade, cause)
       select gen_random_uuid(), a.id, m.person_id, 'P', '{}', 'released'
       from assignment a join class_member m on m.class_id = a.class_id
         and m.person_id < '20000000-0000-0000-0000-000000000000';`,
  );
  await client.query('analyze');
}

let one: string;
let oneClass: string;
let person: string;
beforeAll(async () => {
  site = await startApp();
  await fill(site.owner);
  one = await md5('a7 1');
  oneClass = await md5('c7');
  person = await md5('p212');
}, 240_000);
afterAll(() => stopApp(site));

const first = ['2000-01-01T00:00:00.000000Z', '00000000-0000-0000-0000-000000000000'];

test.each([
  ['an assignment', assignments.assignmentSeenBy, () => [one, person]],
  ['those of a class', assignments.assignmentsOf, () => [oneClass, person, ...first, 51]],
  ['its term', assignments.termOf, () => [oneClass]],
  ['until when extensions are', students.extensionTimes, () => [one]],
  ['how many a class has', assignments.countAssignments, () => [oneClass]],
  ['its clauses', assignments.clausesOf, () => [one]],
  ['what was written on', assignments.writtenClauses, () => [one]],
  ['layers in which nothing stands', assignments.dropEmptyLayers, () => [one]],
  ['who has no name', students.studentsWithoutAlias, () => [one]],
  ['who was given more time', students.extensionsOf, () => [one]],
  ['its students', students.studentsOf, () => [one]],
  ['their ids', students.studentIds, () => [one]],
  ['their groups', students.groupsOfStudents, () => [one]],
  ['what stands open', students.openingsOf, () => [one]],
  ['what was opened now', students.openedNow, () => [one]],
  ['what is open to one', students.openToStudent, () => [one, person]],
  ['what students wrote', students.notesOfStudents, () => [one, [person, randomUUID()]]],
  ['what one wrote in a class', students.notesInClass, () => [oneClass, person]],
  ['what time has opened to one', students.settleTime, () => [one, person, 'x']],
  ['what it has opened in a class', students.unsettledIn, () => [oneClass, person]],
  ['a gate that is due', students.dueGate, () => []],
  ['what a student has to do', students.assignmentsWithOpenings, () => [oneClass, person]],
  [
    'what a student wrote, and who answered',
    own.ownNotes,
    () => [oneClass, person, null, 'infinity', first[1], 51],
  ],
  ['what a student was answered', students.answersTo, () => [oneClass, person]],
] as const)('%s', async (_name, { text }, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [
    ...values(),
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']);
  const scans = plan.filter((line) =>
    growing.some((table) => line.includes(`Seq Scan on ${table} `)),
  );
  expect(scans, plan.join('\n')).toEqual([]);
});
