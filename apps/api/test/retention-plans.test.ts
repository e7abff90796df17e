import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetGuest } from '../src/features/accounts/guest-statements.ts';
import * as due from '../src/features/retention/due-statements.ts';
import * as empty from '../src/features/retention/empty-statements.ts';
import * as statements from '../src/features/retention/statements.ts';
import * as warn from '../src/features/retention/warn-statements.ts';
import type { Statement } from '../src/db/client.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/*
 * Read with their plans on three thousand classes, each with an assignment, notes and what was got for
 * it: a sequential scan would be chosen where no index served.
 */
let site: TestApp;
let one = '';
let person = '';
beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    set session_replication_role = replica;
    insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 20000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select id, id || '@x', id || '@x', '-', 'en' from person;
    insert into class (id, name, zone, keep_until, archived_at, erased_at)
      select md5('c' || n)::uuid, 'C', 'UTC', current_date + n, case when n % 30 = 0 then now() end,
        case when n % 30 = 0 then now() end
      from generate_series(0, 2999) n;
    insert into class_member (class_id, person_id, role)
      select md5('c' || n % 3000)::uuid, md5('p' || n)::uuid, 'student' from generate_series(1, 20000) n;
    insert into class_warning (class_id, person_id)
      select md5('c' || n % 3000)::uuid, md5('p' || n)::uuid from generate_series(1, 20000) n;
    insert into class_group (id, class_id, name)
      select md5('g' || n)::uuid, md5('c' || n)::uuid, 'G' from generate_series(0, 2999) n;
    insert into class_group_member (class_id, person_id, group_id)
      select md5('c' || n % 3000)::uuid, md5('p' || n)::uuid, md5('g' || n % 3000)::uuid
      from generate_series(1, 20000) n;
    insert into class_group_past (group_id, person_id)
      select md5('g' || n % 3000)::uuid, md5('p' || n)::uuid from generate_series(1, 20000) n;
    insert into class_roster (id, class_id, made_by, encoding, ignored, lines, acts)
      select md5('r' || n)::uuid, md5('c' || n)::uuid, md5('p1')::uuid, 'utf-8', '{}', '[]', '[]'
      from generate_series(0, 2999) n;
    insert into class_invitation (id, class_id, email, email_key, name, role, token_hash, expires_at)
      select md5('i' || n)::uuid, md5('c' || n % 3000)::uuid, n || '@x', n || '@x', 'N', 'student',
        sha256(n::text::bytea), now() from generate_series(1, 20000) n;
    insert into class_code (class_id, code, ends_at, places)
      select md5('c' || n)::uuid, translate(upper(lpad(to_hex(n), 8, '0')), 'ILOU', 'WXYZ'), now(), 9
      from generate_series(0, 2999) n;
    insert into session (id, person_id, device, class_id)
      select md5('s' || n)::uuid, md5('p' || n)::uuid, '', md5('c' || n % 3000)::uuid
      from generate_series(1, 20000) n;
    insert into one_time_token (hash, purpose, class_id, person_id, expires_at)
      select sha256(n::text::bytea), 'class', md5('c' || n % 3000)::uuid, md5('p' || n)::uuid, now()
      from generate_series(1, 20000) n;
    insert into class_guest (person_id, email_key, locale)
      select md5('p' || n)::uuid, n || '@x', 'en' from generate_series(1, 20000, 7) n;
    insert into registration (id, token_hash, name, email, email_key, password_hash, locale, expires_at, person_id)
      select md5('w' || n)::uuid, sha256(n::text::bytea), 'N', n || '@x', n || '@x', '-', 'en', now(),
        md5('p' || n)::uuid from generate_series(1, 20000, 7) n;
    insert into assignment (id, class_id, work_id, title, languages, opens_at, gate, least_length, notes, replies,
        per, coverage, how, late, points, names)
      select md5('a' || n)::uuid, md5('c' || n)::uuid, 1, 'A', '{zh}', now(), 'none', 0, 1, 0, 'assignment',
        0, 'scaled', 'counted', 1, 'real' from generate_series(0, 2999) n;
    insert into work_class (work_id, class_id) select 1000 + row_number() over (), id from class;
    insert into assignment_grading (assignment_id) select id from assignment;
    insert into layer (kind, class_id, assignment_id, part, uids)
      select 'class', class_id, id, 'clause', array['x'] from assignment;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n)::uuid
      from generate_series(1, 20000) n
      join layer l on l.assignment_id = md5('a' || n % 3000)::uuid,
        (select * from unit where kind = 'sentence' limit 1) u;
    insert into annotation (id, thread_id, author_id, post_key) select id, id, author_id, id from thread;
    insert into follow (id, person_id, kind, target)
      select id, author_id, 'thread', id::text from thread;
    insert into draft (person_id, place, body, layer, writer, version)
      select author_id, 'reply:' || id, 'x', 'class', gen_random_uuid(), gen_random_uuid() from thread;
    insert into assignment_alias (assignment_id, person_id, name)
      select md5('a' || n % 3000)::uuid, md5('p' || n)::uuid, 'N' || n from generate_series(1, 20000) n;
    insert into assignment_extension (assignment_id, person_id)
      select md5('a' || n % 3000)::uuid, md5('p' || n)::uuid from generate_series(1, 20000) n;
    insert into assignment_opening (assignment_id, person_id, uid, cause)
      select md5('a' || n % 3000)::uuid, md5('p' || n)::uuid, 'x', 'hand' from generate_series(1, 20000) n;
    insert into class_news (person_id, assignment_id, kind)
      select md5('p' || n)::uuid, md5('a' || n % 3000)::uuid, 'opened' from generate_series(1, 20000) n;
    insert into grade (assignment_id, person_id)
      select md5('a' || n % 3000)::uuid, md5('p' || n)::uuid from generate_series(1, 20000) n;
    insert into grade_result (id, assignment_id, person_id, name, grade, cause)
      select md5('r' || n)::uuid, md5('a' || n % 3000)::uuid, md5('p' || n)::uuid, 'P', '{}', 'released'
      from generate_series(1, 20000) n;
    insert into class_event (id, class_id, assignment_id, about_id, what)
      select md5('e' || n)::uuid, md5('c' || n % 3000)::uuid, md5('a' || n % 3000)::uuid, md5('p' || n)::uuid,
        case when n % 5 = 0 then 'keep-set' else 'released' end from generate_series(1, 20000) n;
    set session_replication_role = default;
    analyze`);
  const { rows } = await site.owner.query<{ one: string; person: string }>(
    `select md5('c1')::uuid as one, md5('p1')::uuid as person`,
  );
  one = rows[0]?.one ?? '';
  person = rows[0]?.person ?? '';
}, 120_000);
afterAll(() => stopApp(site));

const each = (all: readonly Statement[], values: () => readonly unknown[]) =>
  all.map((statement) => [statement.name, statement, values] as const);

test.each([
  ...each([statements.keepOf], () => [one, 7, 20]),
  ...each([statements.shareClass, statements.keepChanges], () => [one]),
  ...each([statements.setKeep], () => [one, '2030-01-01']),
  ...each([due.eraseDue, due.emptyDue, due.warnDue], () => [[]]),
  ...each([due.takeErase, due.takeEmpty, due.takeWarn, ...due.shutClass], () => [one]),
  ...each([due.finish], () => [one, randomUUID()]),
  ...each([...empty.emptying, empty.members], () => [one, 500]),
  ...each([empty.strayGuests], () => [[person]]),
  ...each(forgetGuest, () => [person]),
  ...each([warn.warnStaff], () => [one, 7]),
  ...each([warn.unreadWarnings], () => [person, 20]),
  ...each([warn.readWarnings], () => [person, '2026-01-01T00:00:00Z']),
])('%s: no whole table is read', async (_, statement, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${statement.text}`, [
    ...values(),
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toMatch(/Seq Scan on (?!work\b|unit\b)/);
});
