import type pg from 'pg';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oneAnnotation } from '../src/features/annotations/statements.ts';
import * as gate from '../src/features/gate/statements.ts';
import { inClasses } from '../src/features/gate/reader.ts';
import { readSessionStatement } from '../src/features/sessions/repository.ts';
import * as viewAs from '../src/features/view-as/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Read with their plans where hundreds of classes have desks and clauses: a sequential scan would be
 * chosen where no index served.
 */
let site: TestApp;
// Assignments are few beside their layers: they are read whole where that is cheaper.
const growing = [
  'layer',
  'class_member',
  'class_group_member',
  'class_group_past',
  'assignment_opening',
  'assignment_alias',
  'assignment_clause',
  'assignment_extension',
  'annotation',
  'thread',
  'thread_place',
  'revision',
];
const [student, teacher] = [randomUUID(), randomUUID()];
const one = randomUUID();
const session = randomUUID();
const note = randomUUID();

async function fill(client: pg.Client): Promise<void> {
  await client.query(
    `insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 4000) n;
     insert into person (id, name) values ('${student}', 'Sam'), ('${teacher}', 'Tess');
     insert into account (person_id, email, email_key, password_hash, locale)
       select id, id || '@x.org', id || '@x.org', '', 'en' from person;
     insert into session (id, person_id, device) values ('${session}', '${student}', '');
     insert into session (id, person_id, device)
       select gen_random_uuid(), id, '' from person where id <> '${student}';
     insert into class (id, name, zone)
       select md5('c' || n)::uuid, 'C' || n, 'UTC' from generate_series(1, 400) n;
     insert into class_member (class_id, person_id, role)
       select md5('c' || c)::uuid, md5('p' || (c * 10 + n) % 4000 + 1)::uuid, 'student'
       from generate_series(1, 400) c, generate_series(1, 30) n on conflict do nothing;
     insert into class_member (class_id, person_id, role)
       select md5('c' || c)::uuid, '${student}'::uuid, 'student' from generate_series(1, 3) c
       union all select md5('c' || c)::uuid, '${teacher}'::uuid, 'instructor' from generate_series(1, 3) c;
     insert into assignment (id, class_id, work_id, title, languages, opens_at, gate, gate_notes,
         least_length, notes, replies, per, coverage, how, late, points, names, published_at)
       select case when c = 1 and n = 1 then '${one}'::uuid else md5('a' || c || ' ' || n)::uuid end,
         md5('c' || c)::uuid, (select min(id) from work), 'A', '{zh}', now() - interval '1 day', 'count', 1,
         0, 1, 0, 'clause', 0, 'scaled', 'counted', 10, 'pseudonym', now()
       from generate_series(1, 400) c, generate_series(1, 3) n;
     insert into assignment_clause (assignment_id, uid, n)
       select a.id, u.uid, u.ord from assignment a
       cross join (select uid, ord from unit order by ord limit 12) u;
     insert into layer (kind, class_id, assignment_id, part, owner_id, hides_names)
       select 'class', a.class_id, a.id, 'desk', m.person_id, true
       from assignment a join class_member m on m.class_id = a.class_id;
     insert into layer (kind, class_id, assignment_id, part, uids, hides_names)
       select 'class', a.class_id, a.id, 'clause', array[c.uid], true
       from assignment a join assignment_clause c on c.assignment_id = a.id;
     insert into assignment_opening (assignment_id, uid, person_id, cause)
       select a.id, c.uid, m.person_id, 'count'
       from assignment a join assignment_clause c on c.assignment_id = a.id and c.n % 2 = 0
       join class_member m on m.class_id = a.class_id and m.role = 'student';
     insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
       select md5('t' || l.id)::uuid, (select min(id) from work), l.id, 'segment', u.uid, u.uid, l.owner_id
       from layer l cross join (select uid from unit order by ord limit 1) u where l.part = 'desk';
     insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
       select work_id, layer_id, from_uid, created_at, id, true from thread;
     insert into annotation (id, thread_id, author_id, post_key)
       select md5('n' || t.id)::uuid, t.id, t.author_id, gen_random_uuid() from thread t;
     insert into revision (annotation_id, number, body, html, renderer, seen)
       select id, 1, 'x', 'x', 1, '{zh-cac:1.0.0}' from annotation;
     insert into class_group (id, class_id, name)
       select md5('g' || n)::uuid, md5('c' || n)::uuid, 'G' from generate_series(1, 400) n;
     insert into class_group_member (class_id, person_id, group_id)
       select m.class_id, m.person_id, g.id
       from class_member m join class_group g on g.class_id = m.class_id where m.role = 'student';
     insert into class_group_past (group_id, person_id)
       select md5('g' || n % 400 + 1)::uuid, md5('p' || n)::uuid from generate_series(1, 4000) n;
     insert into assignment_alias (assignment_id, person_id, name)
       select l.assignment_id, l.owner_id, 'N ' || row_number() over ()
       from layer l where l.part = 'desk';
     insert into assignment_extension (assignment_id, person_id, due_at)
       select l.assignment_id, l.owner_id, now() from layer l where l.part = 'desk';
     analyze;`,
  );
}
beforeAll(async () => {
  site = await startApp();
  await fill(site.owner);
}, 120_000);
afterAll(() => stopApp(site));

const layers = [1, 2, 3, 4, 5];
const course = createHash('md5').update('c1').digest('hex');
test.each([
  ['who somebody is, with the layers they see', readSessionStatement, [session]],
  ['the layers of a student in classes', inClasses, [student]],
  ['the layers of a teacher', inClasses, [teacher]],
  ['what is written by', gate.groundOf, [one, student]],
  ['a desk', gate.deskOf, [one, student]],
  ['the layer of the staff', gate.staffLayerOf, [one]],
  ['the first notes of a student', gate.firstNotes, [one, [student]]],
  ['spans of today', gate.spansToday, [one, student]],
  ['what is open', gate.openTo, [one, [student]]],
  ['the layers of an assignment', gate.layersOfAssignment, [one, layers]],
  ['a note with what its reader is to it', oneAnnotation, [student, [], note, layers]],
  ['a class that is looked at as a student', viewAs.classViewed, [course, teacher, student]],
  ['whether notes are of a class', viewAs.isOfClass, [course, one, [note], [note]]],
] as const)('%s', async (_name, { text }, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
  const scans = rows
    .map((row) => row['QUERY PLAN'])
    .filter((line) => growing.some((table) => line.includes(`Seq Scan on ${table} `)));
  expect(scans).toEqual([]);
});
