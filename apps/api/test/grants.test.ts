import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

/** What the server answers the app role: an SQLSTATE, or nothing where it let it be. */
async function refused(statement: string): Promise<string | undefined> {
  const client = await site.pool.connect();
  try {
    await client.query('begin');
    await client.query(statement);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const denied = '42501';
const texts = [
  ...['work', 'edition', 'proposed_release'],
  ...['witness', 'witness_span', 'witness_remainder', 'witness_operation'],
  ...['term_ledger', 'term'],
];

/** What a release may say of a text that was there before; its words are never among it. */
const changed = [
  // Where a work stands, and whose it is.
  ...[
    'standing',
    'owner_id',
    'rights_statement',
    'offered_at',
    'assented_by',
    'assented_at',
    'withdrawn_at',
    'withdrawal_reason',
    'withdrawal_words',
  ].map((column) => ['work', column]),
  ...['path', 'ord', 'parent_uid', 'status'].map((column) => ['unit', column]),
  ...['set_aside_by', 'set_aside_at', 'set_aside_reason', 'released_as'].map((column) => [
    'proposed_release',
    column,
  ]),
  ['edition', 'access'],
  ['annotation_event', 'reason'],
];

/** Rows come in and stay as they are. */
const appended = [
  ...['annotation_event', 'decision_log'],
  ...['unit', 'unit_alias', 'alignment', 'former_structure', 'text_release'],
  ...['edition_version', 'segment_text', 'limb_range', 'apparatus_entry'],
];

describe('the app role cannot change', () => {
  test.each([...texts, 'migration', ...appended])('%s', async (table) => {
    const { rows } = await site.owner.query<{ column: string }>(
      `select column_name as column from information_schema.columns
       where table_schema = 'public' and table_name = $1 `,
      [table],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { column } of rows.filter(
      (row) => !changed.some(([name, each]) => name === table && each === row.column),
    ))
      expect(await refused(`update ${table} set ${column} = default`)).toBe(denied);
    expect(await refused(`delete from ${table}`)).toBe(denied);
    expect(await refused(`truncate ${table}`)).toBe(denied);
    expect(await refused(`alter table ${table} add extra text`)).toBe(denied);
    if (!appended.includes(table))
      expect(await refused(`insert into ${table} default values`)).toBe(denied);
  });

  test.each([
    ['whose import it is', 'update note_import set person_id = person_id'],
    ['what an import writes', 'update note_import_row set note = note'],
    ['where a note came from', 'update import_source set author = author'],
    ['whose text it is that comes in', 'update text_import set owner_id = owner_id'],
    ['what was brought', 'update text_import_source set content = content'],
    ['what was corrected', 'update text_import_correction set body = body'],
    ['whom a note calls', 'update mention set person_id = person_id'],
    ['whom a notice is for', 'update notice set person_id = person_id'],
    ['which notice is mailed', 'update mail_notice set annotation_id = annotation_id'],
    ['when a mail was begun', 'update mail_round set first_at = first_at'],
    ['who follows what', 'update follow set target = target'],
    ['who wrote a note', 'update annotation set author_id = author_id'],
    ['to whom a note was useful', 'update useful_mark set person_id = person_id'],
    ['the form a note came from', 'update annotation set post_key = post_key'],
    ['when a note was written', 'update annotation set created_at = created_at'],
    ['the words a thread points at', 'update thread_locus set exact = exact'],
    ['that a handle was somebody’s', 'delete from retired_handle'],
    ['the target of a thread', 'update thread set from_uid = from_uid'],
    ['where a thread is found', 'update thread_place set uid = uid'],
    ['what an author was shown', 'update revision set seen = seen'],
    ['when words were written', 'update revision set written_at = written_at'],
    ['what a program said of a note', 'update web_annotation set properties = properties'],
    ['what goes by a name', 'update web_annotation_name set annotation_id = annotation_id'],
    ['that a name was given', 'delete from web_annotation_name'],
    ['the owner of a layer', 'update layer set owner_id = owner_id'],
    ['the place of a count', 'update tally set uid = uid'],
    ['whose session it is', 'update session set person_id = person_id'],
    ['a one-time link', 'update one_time_token set expires_at = expires_at'],
    ['what was done about a work', 'update work_step set action = action'],
    ['which class a work was given to', 'update work_class set class_id = class_id'],
    ['who was given a sanction', 'update sanction set person_id = person_id'],
    ['when a sanction ends', 'update sanction set ends_at = ends_at'],
    ['that a sanction was given', 'delete from sanction'],
    ['the link of an objection', 'update objection set token_hash = token_hash'],
    ['what was noted of a person', 'update person_note set words = words'],
    ['what was decided on a commentary', 'update commentary_decision set kind = kind'],
    ['what was said of that decision', 'update commentary_decision set message = message'],
    ['that a commentary was decided on', 'delete from commentary_decision'],
    ['which revision was handed in', 'update submission_part set revision = revision'],
    ['what a commentary was when handed in', 'update commentary_submission set front = front'],
    ['whose a work is', 'update bibliography_item set commentary_id = commentary_id'],
    ['that there was a work', 'delete from bibliography_item'],
    ['what a part cited', 'update commentary_revision set cites = cites'],
    ['what a part referred to', 'update commentary_revision set refers = refers'],
    ['which works were handed in', 'update commentary_submission set items = items'],
    ['a role', 'update site_role set role = role'],
    ['to whom a mail goes', 'update mail set recipient = recipient'],
    ['what was said of a decision', 'update decision_words set words = words'],
    ['whose a pseudonym is', 'update person_pseudonym set person_id = person_id'],
    ['who reported a note', 'update flag set person_id = person_id'],
    ['that a note was reported', 'delete from flag'],
    ['what was decided', 'update decision set action = action'],
    ['why it was decided', 'update decision set reason = reason'],
    ['that it was decided', 'delete from decision'],
    ['which decision is looked at again', 'update second_look set decision_id = decision_id'],
    ['since when it waits for that', 'update second_look set drawn_at = drawn_at'],
    ['that it was drawn', 'delete from second_look'],
    ['whose case it is', 'update moderation_case set author_id = author_id'],
    ['since when a case waits', 'update moderation_case set opened_at = opened_at'],
    [
      'that a clause has opened',
      'insert into assignment_opening (assignment_id, uid, person_id, cause) select null, null, null, null',
    ],
    ['since when it is open', 'update assignment_opening set at = at'],
    ['which layer is whose', 'update layer set class_id = class_id'],
    ['what a pseudonym is', 'update assignment_alias set name = name'],
    ['what the staff did', 'update class_event set what = what'],
    ['where a rule holds', 'update hold_rule set from_uid = from_uid'],
    ['on which work a list holds', 'update word_list set work_id = work_id'],
    ['that a person was', 'delete from person'],
    ['the number of sites', 'delete from site'],
    ['what functions do', 'drop function count_annotation() cascade'],
    ['triggers', 'alter table annotation disable trigger annotation_counted'],
    ['the schema', 'create table extra (id integer)'],
  ])('%s', async (_what, statement) => {
    expect(await refused(statement)).toBe(denied);
  });
});

test('no grant was given that nobody has thought about', async () => {
  const { rows } = await site.owner.query<{ grant: string }>(`
    select table_name || ': ' || string_agg(lower(privilege_type), ' ' order by privilege_type) as grant
    from information_schema.role_table_grants
    where grantee in ('glossator_app', 'PUBLIC') and table_schema = 'public'
    group by table_name order by table_name`);
  expect(rows.map((row) => row.grant)).toEqual(
    [
      ...texts.map((table) => `${table}: select`),
      ...appended.slice(2).map((table) => `${table}: insert select`),
      'access_token: delete insert select',
      'account: delete insert select',
      'always_held: delete insert select',
      'annotation: delete insert select',
      'annotation_event: insert select',
      'bibliography_item: insert select',
      'text_draft: delete insert select',
      'case_group: delete insert select',
      'case_group_band: delete insert select',
      'appeal: insert select',
      'case_filter: delete insert select',
      'assignment: delete insert select',
      'assignment_alias: delete insert select',
      'assignment_clause: delete insert select',
      'assignment_extension: delete insert select',
      'assignment_grading: delete insert select',
      'assignment_opening: delete select',
      'assignment_range: delete insert select',
      'class: insert select',
      'grade: delete insert select',
      'grade_contest: delete insert select',
      'grade_result: delete insert select',
      'class_event: delete insert select',
      'class_group_past: delete select',
      'class_layer_reader: select',
      'class_code: delete insert select',
      'class_group: delete insert select',
      'class_group_member: delete insert select',
      'class_guest: delete insert select',
      'class_invitation: delete insert select',
      'class_member: delete insert select',
      'class_news: delete insert select',
      'class_roster: delete insert select',
      'class_warning: delete insert select',
      'commentary: delete insert select',
      'commentary_author: delete insert select',
      'commentary_contributor: delete insert select',
      'commentary_decision: insert select',
      'commentary_origin: insert select',
      'commentary_part: insert select',
      'commentary_release: insert select',
      'commentary_reviewer: insert select',
      'release_file: delete insert select',
      'release_file_piece: delete insert select',
      'commentary_revision: insert select',
      'commentary_round: insert select',
      'commentary_docx: delete insert select',
      'commentary_docx_part: insert select',
      'commentary_schedule: delete insert select update',
      'commentary_slug: insert select',
      'commentary_submission: insert select',
      'decision: insert select',
      'decision_log: insert select',
      'decision_mail: delete insert select',
      'decision_words: delete insert select',
      'draft: delete insert select',
      'fate_locus: insert select',
      'edition_signature: delete insert select',
      'flag: insert select',
      'release_news: delete insert select',
      'text_news: delete insert select',
      'thread_fate: insert select',
      'thread_late: delete insert select',
      'follow: delete insert select',
      'hold_rule: delete insert select',
      'import_source: delete insert select',
      'layer: delete insert select',
      'mail: delete insert select',
      'mail_notice: delete insert select',
      'mail_round: delete insert select',
      'mention: delete insert select',
      'moderation_case: insert select',
      'word_list: delete insert select',
      'moderation_fact: select',
      'migration: select',
      'note_import: delete insert select',
      'note_import_row: delete insert select',
      'note_search: delete insert select',
      'notice: delete insert select',
      'notice_due: delete insert select',
      'moderation_alarm: delete insert select',
      'moderator: delete insert select',
      'moderator_absence: delete insert select',
      'moderator_round: delete insert select',
      'one_time_token: delete insert select',
      'person: insert select',
      'person_pseudonym: delete insert select',
      'objection: insert select',
      'person_note: delete insert select',
      'sanction: insert select',
      'sanction_hiding: delete insert select',
      'promotion: insert select',
      'promotion_use: insert select',
      'proposed_revision: delete insert select',
      'public_note: delete insert select',
      'public_tally: insert select',
      'ready_reply: delete insert select',
      'registration: delete insert select',
      'release_part: delete insert select',
      'release_place: insert select',
      'retired_handle: insert select',
      'review_note: insert select',
      'review_thread: insert select',
      'revision: delete insert select',
      'second_look: select',
      'second_look_share: insert select',
      'session: delete insert select',
      'site: select',
      'site_role: delete insert select',
      'submission_part: insert select',
      'tally: insert select',
      'text_search: insert select',
      'text_import: delete insert select',
      'text_import_correction: delete insert select',
      'text_import_source: delete insert select',
      'text_import_state: delete insert select',
      'thread: delete insert select',
      'thread_locus: delete insert select',
      'thread_part: delete insert select',
      'thread_place: delete insert select',
      'thread_term: delete insert select',
      'useful_mark: delete insert select',
      'web_annotation: delete insert select',
      'web_annotation_name: insert select',
      'work_class: delete insert select',
      'work_step: insert select',
    ].sort(),
  );
});
