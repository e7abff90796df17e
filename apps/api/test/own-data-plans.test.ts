import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseCaseStatements } from '../src/features/moderation/erase-statements.ts';
import { ownKinds } from '../src/features/own-data/kinds.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
  await site.owner.query(`
    set session_replication_role = replica;
    insert into person (id, name) select md5('p' || n)::uuid, 'P' from generate_series(1, 6000) n;
    insert into account (person_id, email, email_key, password_hash, locale)
      select id, id || '@x', id || '@x', '-', 'en' from person;
    insert into person_pseudonym (person_id) select id from person;
    insert into mail_round (person_id, due_at) select id, now() from person;
    insert into moderator_round (person_id, due_at) select id, now() from person;
    insert into moderator (person_id) select id from person;
    insert into site_role (person_id, role) select id, 'administrator' from person;
    insert into edition_signature (version_id, person_id, name)
      select n, md5('p' || n)::uuid, 'N' from generate_series(101, 6000) n;
    insert into class (id, name, zone) select id, 'C', 'UTC' from person;
    insert into class_member (class_id, person_id, role) select id, id, 'student' from person;
    insert into class_warning (class_id, person_id) select id, id from person;
    insert into class_group (id, class_id, name) select id, id, 'G' from person;
    insert into class_invitation
      (id, class_id, email, email_key, name, role, token_hash, expires_at, state, person_id)
      select id, id, id || '@x', id || '@x', 'N', 'student', sha256(id::text::bytea), now(), 'accepted', id
      from person;
    insert into class_group_member (class_id, person_id, group_id) select id, id, id from person;
    insert into assignment (id, class_id, work_id, title, languages, opens_at, gate, least_length, notes,
        replies, per, coverage, how, late, points, names)
      select id, id, 1, 'A', '{zh}', now(), 'none', 0, 1, 0, 'assignment', 0, 'scaled', 'counted', 1, 'real'
      from person;
    insert into assignment_opening (assignment_id, uid, person_id, cause) select id, 's', id, 'hand' from person;
    insert into assignment_extension (assignment_id, person_id) select id, id from person;
    insert into assignment_alias (assignment_id, person_id, name) select id, id, 'N' from person;
    insert into class_news (assignment_id, person_id, kind) select id, id, 'published' from person;
    insert into class_event (id, class_id, assignment_id, actor_id, about_id, what)
      select id, id, id, id, id, 'extended' from person;
    insert into grade_result (id, assignment_id, person_id, name, grade, cause)
      select id, id, id, 'N', '{}', 'released' from person;
    insert into grade_contest (id, result_id, line, words) select id, id, 'set', 'w' from person;
    insert into commentary_slug select id::text from person;
    insert into commentary (id, work_id, slug, title, language)
      select p.id, (select min(id) from work), p.id::text, 'C', 'en' from person p;
    insert into commentary_author (commentary_id, person_id, role, state)
      select id, id, 'lead', 'active' from person;
    insert into commentary_part (id, commentary_id, kind, position, post_key)
      select id, id, 'essay', 1, id from person;
    insert into commentary_revision (part_id, number, label, title, body, words, author_id)
      select id, 1, '', '', 'x', 1, id from person;
    insert into commentary_submission (id, commentary_id, n, front) select id, id, 1, '{}' from person;
    insert into commentary_round (id, commentary_id, n, submission_id, names)
      select id, id, 1, id, 'open' from person;
    insert into commentary_reviewer (id, round_id, n, person_id, state)
      select id, id, 1, id, 'invited' from person;
    insert into review_thread (id, round_id, part_id, revision, reviewer_id, audience)
      select id, id, id, 1, id, 'authors' from person;
    insert into review_note (id, thread_id, n, round_id, written_as, author_id, body, post_key)
      select id, id, 1, id, 'reviewer', id, 'x', id from person;
    insert into commentary_decision
      (id, commentary_id, n, kind, from_state, to_state, from_next, to_next, actor_id, actor_role)
      select id, id, 1, 'submit', 'draft', 'submitted', 'first', 'first', id, 'lead' from person;
    insert into commentary_release
      (id, commentary_id, major, minor, document, sha256, front, released_at, released_by)
      select id, id, 1, 0, '{}', encode(sha256('{}'), 'hex'), '{}', now(), id from person;
    insert into text_release (id, work_id, edition_id, changes, is_structural, released_by, report)
      select p.id, e.work_id, e.id, '[]', false, p.id, '[]' from person p, edition e
      where e.id = 'zh-cac';
    insert into edition_version (edition_id, version, sha256, released, ord, release_id)
      select 'zh-cac', '1.0.' || row_number() over (), repeat('0', 64), now(),
        1 + row_number() over (), id from person;
    insert into text_draft (id, edition_id, begun_by, changed_by) select id, 'zh-cac', id, id from person;
    insert into proposed_release (edition_id, version, sha256, set_aside_by, set_aside_at)
      select 'zh-cac', '9.0.' || row_number() over (), repeat('0', 64), id, now() from person;
    insert into promotion (id, commentary_id, n, author_id, asked_by) select id, id, 1, id, id from person;
    insert into promotion_use (promotion_id, release_id) select id, id from person;
    insert into thread_part (thread_id, commentary_id, born, release_id, label)
      select id, id, '1.0#1', id, 'T1' from person;
    insert into thread_term (thread_id, work_id, term)
      select id, t.work_id, t.term from person, (select * from term limit 1) t;
    insert into commentary_docx (id, commentary_id, made_by, file_name, notices)
      select p.id, p.id, p.id, '', '[]' from person p;
    insert into commentary_docx_part (docx_id, n, stands, heading, label, title, body, words, notes,
      opening, problem, over, is_dense, kind, at)
      select id, n, n, '', '', '', '', 0, 0, '', 'none', 0, false, 'entry', '{}'
      from person, generate_series(1, 2) n;
    insert into text_import (id, owner_id, title) select id, id, '' from person;
    insert into text_import_source (import_id, n, kind, name, lang, content)
      select id, 0, 'paste', '', '', 'x' from person;
    insert into text_import_correction (import_id, n, body, undo) select id, 1, '{}', '{}' from person;
    insert into commentary_schedule (commentary_id, due_at, zone, major, minor, change, person_id)
      select id, now(), 'UTC', 1, 0, '', id from person;
    insert into moderator_absence (id, person_id, first_day, last_day)
      select id, id, '2026-01-01', '2026-01-02' from person;
    insert into session (id, person_id, device) select id, id, '' from person;
    insert into access_token (id, person_id, hash, name, scope, expires_at)
      select id, id, sha256(id::text::bytea), 'N', 'read', now() from person;
    insert into one_time_token (hash, purpose, created_by, expires_at)
      select sha256(id::text::bytea), 'invitation', id, now() from person;
    insert into registration (id, token_hash, name, email, email_key, password_hash, locale, expires_at)
      select id, sha256(id::text::bytea), 'N', id || '@x', id || '@x', '-', 'en', now() from person;
    insert into mail (id, recipient, recipient_key, kind, locale, subject, body)
      select id, id || '@x', id || '@x', 'reset', 'en', 's', 'b' from person;
    insert into follow (id, person_id, kind, target) select id, id, 'clause', 's' from person;
    insert into case_filter (id, person_id, name, query) select id, id, 'N', '' from person;
    insert into ready_reply (id, person_id, name, words) select id, id, 'N', 'w' from person;
    insert into always_held (person_id, given_by) select id, id from person;
    insert into layer (kind, owner_id) select 'waiting', id from person;
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      select p.id, u.work_id, l.id, 'segment', u.uid, u.uid, p.id
      from person p join layer l on l.owner_id = p.id,
        (select * from unit where kind = 'sentence' limit 1) u;
    insert into annotation (id, thread_id, author_id, post_key, state)
      select id, id, id, id, 'refused' from person;
    insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
      select id, 1, 1, from_uid, 0, 1, 'x', '', '' from thread;
    insert into thread_fate (thread_id, version_id, base_id, outcome, reason, from_uid, to_uid)
      select id, 2, 1, 'stale', 'retired', from_uid, to_uid from thread;
    insert into text_news (person_id, version_id) select id, 2 from person;
    insert into release_news (person_id, version_id, cause, about) select id, 2, 'work', '' from person;
    insert into revision (annotation_id, number, body, html, renderer, seen)
      select id, 1, 'x', 'x', 1, array['zh-cac:1.0.0'] from person;
    insert into web_annotation (annotation_id, number, properties, words) select id, 1, '{}', '{}' from person;
    insert into web_annotation_name (work_id, name, annotation_id)
      select t.work_id, t.id::text, t.id from thread t;
    insert into import_source (annotation_id, person_id, source, foreign_id, author, written)
      select id, id, 'w3c', '', '', '' from person;
    insert into proposed_revision (annotation_id, author_id, over, body, html, renderer, seen, kind, tags)
      select id, id, 1, 'x', 'x', 1, array['x'], 'comment', '{}' from person;
    insert into annotation_event (annotation_id, actor_id, action, before, after)
      select id, id, 'hide', 'published', 'hidden' from person;
    insert into draft (person_id, place, body, layer) select id, 'p', 'b', 'public' from person;
    insert into note_import (id, person_id, work_id, source, file_name, total)
      select p.id, p.id, w.id, 'w3c', 'f', 1 from person p, work w;
    insert into note_import_row (import_id, n, foreign_id, outcome, reason, from_uid, to_uid, certainty, quote, cut_tags)
      select id, 1, '', 'waiting', '', '', '', 'none', '', '{}' from person;
    insert into notice (person_id, annotation_id, reason) select id, id, 'reply' from person;
    insert into mail_notice (person_id, annotation_id) select id, id from person;
    insert into useful_mark (annotation_id, person_id) select id, id from person;
    insert into moderation_case (id, work_id, annotation_id, author_id, kind, priority, claimed_by, claimed_until)
      select t.id, t.work_id, t.id, t.author_id, 'held', 1, t.author_id, now() from thread t;
    insert into decision (id, case_id, annotation_id, author_id, actor_id, action, revision, before, after, reason, log_seq)
      select id, id, id, id, id, 'refuse', 1, 'held', 'refused', 'unclear', 1 from person;
    insert into second_look (decision_id, work_id, proposal, stood, looker_id, action, reason, looked_at)
      select p.id, w.id, 0, 0, p.id, 'approve', '', now() from person p, (select min(id) as id from work) w;
    insert into appeal (decision_id, case_id, words, due_at) select id, id, '', now() from person;
    insert into flag (id, case_id, annotation_id, work_id, person_id, reason, words, revision, weight)
      select t.id, t.id, t.id, t.work_id, t.author_id, 'spam', '', 1, 1 from thread t;
    insert into sanction (id, person_id, kind, reason, words, given_by, state, post_key, lifted_at, lifted_by)
      select md5('p' || n)::uuid, md5('p' || n)::uuid, 'mute', 'spam', '', md5('p' || n % 6000 + 1)::uuid,
        'lifted', gen_random_uuid(), now(), md5('p' || n % 6000 + 1)::uuid
      from generate_series(1, 6000) n;
    insert into objection (sanction_id, token_hash, expires_at, state, stated_at, decided_at, decided_by)
      select id, sha256(id::text::bytea), now(), 'upheld', now(), now(), given_by from sanction;
    insert into sanction_hiding (sanction_id, annotation_id) select id, id from sanction;
    insert into work_class (work_id, class_id)
      select 1000 + row_number() over (), id from person;
    insert into segment_text (version_id, uid, label, condition)
      select 1000 + n, 's' || n, '', 'lost' from generate_series(1, 20000) n;
    insert into work_step (id, work_id, action, actor_id, as_owner)
      select p.id, (select min(id) from work), 'offer', p.id, true from person p;
    set session_replication_role = default;
    analyze`);
}, 60_000);
afterAll(() => stopApp(site));

/** Some rows for each work, however many people there are. */
const small =
  /Seq Scan on (hold_rule|second_look_share|word_list|work|edition|edition_version|term_ledger|unit)\b/g;

async function planOf(text: string, values: readonly (string | number)[]): Promise<string> {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(
    `explain ${text.replaceAll(/\$(\d+)/g, (_all, n: string) => {
      const value = values[Number(n) - 1] ?? '';
      return typeof value === 'number' ? String(value) : `'${value}'`;
    })}`,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
const person = '83878c91-171e-3890-2e0f-e0fb97a8c47a';

test.each(ownKinds.map((kind) => [kind.name, kind] as const))(
  '%s: no whole table is read',
  async (_name, { statement, start, batch }) => {
    const plan = await planOf(statement.text, [person, ...start, batch]);
    expect(plan.replaceAll(small, '')).not.toContain('Seq Scan');
  },
);

test.each(['revisions', 'said_by_programs', 'changes_of_notes'])(
  '%s: a batch begins where the one before ended',
  async (name) => {
    const found = ownKinds.find((kind) => kind.name === name);
    if (found === undefined) throw new Error('no such kind');
    const plan = await planOf(found.statement.text, [person, ...found.start, found.batch]);
    expect(plan).toMatch(/Index Cond: \(\(author_id = .* AND \(ROW\(created_at, id\) >= /);
  },
);

test.each(eraseCaseStatements.map((each) => [each.name, each.text] as const))(
  'of somebody who leaves, %s: no whole table is read',
  async (_name, text) => {
    expect(await planOf(text, [person])).not.toContain('Seq Scan');
  },
);
