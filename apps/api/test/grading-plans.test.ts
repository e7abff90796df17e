import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as news from '../src/features/class-news/statements.ts';
import * as results from '../src/features/grading/result-statements.ts';
import * as statements from '../src/features/grading/statements.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Read with their plans on three hundred classes of thirty, each with an assignment that all wrote in
 * and were told a result of, among others of the past: a sequential scan would be chosen where no index served.
 */
let site: TestApp;
let one = '';
let student = '';
beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    set session_replication_role = replica;
    insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 60000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select id, id || '@x', id || '@x', '-', 'en' from person;
    insert into class (id, name, zone) select md5('c' || n)::uuid, 'C', 'UTC' from generate_series(0, 2999) n;
    insert into class_member (class_id, person_id, role)
      select md5('c' || n % 300)::uuid, md5('p' || n)::uuid, 'student' from generate_series(1, 9000) n;
    insert into class_group (id, class_id, name)
      select md5('g' || c || ' ' || n)::uuid, md5('c' || c)::uuid, 'G' || n
      from generate_series(0, 299) c, generate_series(1, 6) n;
    insert into class_group_member (class_id, person_id, group_id)
      select class_id, person_id, (select g.id from class_group g where g.class_id = m.class_id limit 1)
      from class_member m;
    insert into assignment (id, class_id, work_id, title, languages, opens_at, gate, least_length, notes, replies,
        per, coverage, how, late, points, names, published_at)
      select md5('a' || n)::uuid, md5('c' || n % 300)::uuid, 1, 'A', '{zh}', now(), 'none', 0, 1, 0, 'assignment',
        0, 'scaled', 'counted', 1, 'real', now() from generate_series(0, 2999) n;
    insert into assignment_clause (assignment_id, uid, n)
      select s.id, u.uid, u.ord from assignment s, (select uid, ord from unit where kind = 'sentence' limit 3) u;
    insert into assignment_grading (assignment_id, release_at)
      select id, now() + interval '1 day' from assignment;
    insert into layer (kind, class_id, assignment_id, part, uids)
      select 'class', class_id, id, 'clause', array['x'] from assignment;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n)::uuid
      from generate_series(1, 9000) n
      join layer l on l.assignment_id = md5('a' || n % 300)::uuid,
        (select * from unit where kind = 'sentence' limit 1) u;
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select work_id, layer_id, from_uid, created_at, id, true from thread;
    insert into annotation (id, thread_id, author_id, post_key) select id, id, author_id, id from thread;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select id, 1, 'x', 'x', 1, array['x'] from thread;
    insert into assignment_alias (assignment_id, person_id, name)
      select md5('a' || n % 300)::uuid, md5('p' || n)::uuid, 'N' || n from generate_series(1, 9000) n;
    insert into assignment_extension (assignment_id, person_id)
      select md5('a' || n % 300)::uuid, md5('p' || n)::uuid from generate_series(1, 9000) n;
    insert into grade (assignment_id, person_id)
      select md5('a' || n % 300)::uuid, md5('p' || n)::uuid from generate_series(1, 9000) n;
    insert into grade_result (id, assignment_id, person_id, name, grade, cause, mail_at)
      select md5('r' || n)::uuid, md5('a' || n % 300)::uuid, md5('p' || n)::uuid, 'P', '{}', 'released',
        now() + interval '1 minute' from generate_series(1, 9000) n;
    insert into grade_contest (id, result_id, line, words)
      select md5('r' || n)::uuid, md5('r' || n)::uuid, 'set', 'w' from generate_series(1, 9000) n;
    insert into class_event (id, class_id, assignment_id, about_id, what)
      select md5('e' || n)::uuid, md5('c' || n % 300)::uuid, md5('a' || n % 300)::uuid, md5('p' || n)::uuid,
        'released' from generate_series(1, 9000) n;
    insert into class_news (person_id, assignment_id, kind, mail_at, read_at)
      select md5('p' || n)::uuid, md5('a' || n % 300)::uuid, k, now() + interval '1 minute',
        case when k <> 'opened' then now() end
      from generate_series(1, 9000) n, unnest(array['published', 'opened', 'extended']) k;
    set session_replication_role = default;
    analyze`);
  const { rows } = await site.owner.query<{ one: string; student: string }>(
    `select md5('a1')::uuid::text as one, md5('p1')::uuid::text as student`,
  );
  one = rows[0]?.one ?? '';
  student = rows[0]?.student ?? '';
}, 120_000);
afterAll(() => stopApp(site));

const asked: Readonly<Record<string, () => readonly unknown[]>> = {
  gradedStudents: () => [one],
  studentNotes: () => [one, [student], 0],
  gradingOf: () => [one],
  assignmentsOfGradebook: () => [randomUUID()],
  groupsOfBook: () => [randomUUID()],
  contestsOfStudent: () => [one, student],
  endResults: () => [one, [student], 'replaced'],
  lastRelease: () => [one],
  releaseDue: () => [[]],
  takeRelease: () => [one],
  assignmentToGrade: () => [one],
  resultsOfStudent: () => [one, student],
  markSeen: () => [randomUUID()],
  answerContest: () => [one, student, randomUUID(), 'stands', 'w'],
  unreadResults: () => [student, 20],
  readResultNotices: () => [student, '2026-01-01T00:00:00Z'],
  resultMailDue: () => [100],
  tellPublished: () => [one],
  forgetPublished: () => [one],
  moveOpening: () => [one],
  tellStudent: () => [one, student, 'extended'],
  tellContested: () => [one],
  settleContested: () => [one],
  unreadNews: () => [student, 20],
  readNews: () => [student, '2026-01-01T00:00:00Z'],
  readNewsOf: () => [student, one],
  newsMailDue: () => [],
  dropOldNews: () => [],
  lockAssignment: () => [one],
  clearReleaseTime: () => [one],
  markReleased: () => [one, true],
};
const { countNewsSql: _, ...told } = news;
const all = { ...statements, ...results, ...told };

test.each(Object.keys(asked))('%s: no whole table is read', async (name) => {
  const statement = all[name as keyof typeof all];
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${statement.text}`, [
    ...(asked[name]?.() ?? []),
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toMatch(/Seq Scan on (?!work\b|unit\b)/);
});
