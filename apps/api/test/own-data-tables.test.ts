import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownKinds } from '../src/features/own-data/kinds.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';
import { personColumns } from './support/person-columns.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

/**
 * Every column that says of whom a row is, and where its person reads of it: a kind of the export. That
 * each kind is filled from its tables is proved by the test of a full life.
 */
const exported: Readonly<Record<string, string>> = {
  'access_token.person_id': 'access_tokens',
  'account.email': 'profile',
  'account.email_key': 'registrations',
  'account.person_id': 'profile',
  'always_held.person_id': 'always_held',
  'annotation.author_id': 'notes',
  'annotation_event.actor_id': 'acts_on_notes_of_others',
  'assignment_alias.person_id': 'class_pseudonyms',
  'assignment_extension.person_id': 'extensions',
  'assignment_opening.person_id': 'clauses_opened',
  'case_filter.person_id': 'saved_filters',
  'class_event.about_id': 'class_events',
  'class_event.actor_id': 'class_events',
  'class_group_member.person_id': 'classes',
  'class_invitation.email': 'class_invitations',
  'class_invitation.email_key': 'class_invitations',
  'class_invitation.person_id': 'class_invitations',
  'class_member.person_id': 'classes',
  'class_news.person_id': 'class_news',
  'class_warning.person_id': 'class_warnings',
  'commentary_author.person_id': 'commentaries',
  'commentary_docx.made_by': 'commentary_files',
  'commentary_schedule.person_id': 'commentary_schedules',
  'commentary_decision.actor_id': 'commentary_decisions',
  'commentary_reviewer.person_id': 'commentary_reviews',
  'commentary_release.released_by': 'commentary_releases',
  'commentary_revision.author_id': 'commentary_revisions',
  'promotion.asked_by': 'notes_asked_for',
  'promotion.author_id': 'notes_wanted',
  'decision.actor_id': 'decisions_taken',
  'decision.author_id': 'decisions_about_notes',
  'draft.person_id': 'drafts',
  'edition_signature.person_id': 'editions_signed',
  'flag.person_id': 'flags',
  'follow.person_id': 'follows',
  'grade_result.person_id': 'results',
  'hold_rule.changed_by': 'rules_changed',
  'import_source.person_id': 'notes',
  'mail.recipient': 'mails',
  'mail.recipient_key': 'mails',
  'mail_notice.person_id': 'notices',
  'mail_round.person_id': 'profile',
  'moderation_case.author_id': 'cases',
  'moderation_case.claimed_by': 'claims',
  'moderator.person_id': 'roles',
  'moderator_absence.person_id': 'absences',
  'moderator_round.person_id': 'profile',
  'note_import.person_id': 'imports',
  'notice.person_id': 'notices',
  'objection.decided_by': 'sanctions_given',
  'one_time_token.created_by': 'links',
  'one_time_token.person_id': 'links',
  'person_pseudonym.person_id': 'profile',
  'proposed_revision.author_id': 'waiting_edits',
  'ready_reply.person_id': 'ready_replies',
  'registration.email': 'registrations',
  'registration.email_key': 'registrations',
  'review_note.author_id': 'review_notes',
  'sanction.given_by': 'sanctions_given',
  'sanction.lifted_by': 'sanctions_given',
  'sanction.person_id': 'sanctions',
  'second_look.looker_id': 'second_looks',
  'proposed_release.set_aside_by': 'texts_edited',
  'text_draft.begun_by': 'texts_edited',
  'text_draft.changed_by': 'texts_edited',
  'text_release.released_by': 'texts_edited',
  'second_look_share.changed_by': 'rules_changed',
  'registration.person_id': 'registrations',
  'session.person_id': 'sessions',
  'site_role.person_id': 'roles',
  'release_news.person_id': 'release_news',
  'text_news.person_id': 'text_news',
  'text_import.owner_id': 'text_imports',
  'useful_mark.person_id': 'useful_marks',
  'word_list.changed_by': 'rules_changed',
  'work.owner_id': 'texts',
  'work_step.actor_id': 'steps_of_texts',
};

/** What is left out of it, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'always_held.given_by': 'it is about somebody else, whose notes wait',
  'class_group_past.person_id': 'it says where notes of theirs stand, which are in the export',
  'class_guest.email_key':
    'whoever came into a class without an account; of its owner it says nothing',
  'class_guest.person_id': 'it is gone once they have an account, and an export is of an account',
  'class_invitation.invited_by': 'it is about somebody else, who was asked into a class',
  'class_roster.made_by': 'a file of others’ addresses, which is thrown away within a day',
  'decision.undone_by': 'one’s own decisions say that they were taken back; others’ are theirs',
  'demo_person.person_id': 'people of the demonstration are made up',
  'grade.person_id': 'it is what their teachers have not told yet; what was told is in the export',
  'layer.owner_id': 'a layer has nothing but its notes, which are in the export',
  'mention.person_id': 'it is said in others’ notes; those that one may read are among the notices',
  'moderator.granted_by': 'it is about somebody else, who moderates',
  'person_note.author_id': 'it is about somebody else, and stays with those who moderate',
  'person_note.person_id':
    'moderators write it for one another, often about others as well; whoever runs the site answers for it',
  'session.link_by': 'it is about somebody else, who was signed in',
  'work.assented_by': 'that one assented is among the steps one took',
  'work_class.given_by': 'it is said of one’s own texts to which classes they were given',
  'thread.author_id': 'the first note of a thread is in the export, with what the thread says',
};

test('every column that tells of whom a row is, is in the export, or left out for a reason', async () => {
  const places = await personColumns(site);
  expect(places.length).toBeGreaterThan(40);
  expect(Object.keys({ ...exported, ...leftOut }).sort()).toEqual(places);
  for (const place of Object.keys(leftOut)) expect(exported[place]).toBeUndefined();
});

test('a table that is said to be in the export is read for it, and one that is left out is not', () => {
  const readFor = new Map(ownKinds.map(({ name, statement }) => [name, statement.text]));
  const names = (text: string | undefined, table: string): boolean =>
    new RegExp(`\\b(from|join) ${table}\\b`).test(text ?? '');
  for (const [place, kind] of Object.entries(exported)) {
    const [table = ''] = place.split('.');
    expect([place, kind, names(readFor.get(kind), table)]).toEqual([place, kind, true]);
  }
  for (const table of ['person_note', 'mention', 'demo_person'])
    for (const [name, text] of readFor)
      expect([name, table, names(text, table)]).toEqual([name, table, false]);
});
