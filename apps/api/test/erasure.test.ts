import { expect, test } from 'vitest';
import { fullLife } from './support/full-life.ts';
import { marks } from './support/full-world.ts';
import { member, ownApp, password } from './support/index.ts';
import { personColumns, placesOf } from './support/person-columns.ts';

/**
 * Where the id of somebody who has left still stands, and why. It leads to a row without a name, an
 * address or an account, and to no other.
 */
const idStays: Readonly<Record<string, string>> = {
  'always_held.given_by': 'that others’ notes wait holds until it is taken away',
  'annotation.author_id': 'a note keeps its place among those of others, by nobody they can name',
  'annotation_event.actor_id': 'what was done to notes, of others as well, stays in their history',
  'decision.actor_id': 'a decision about somebody else is theirs to know and to appeal',
  'decision.author_id': 'that it was decided is counted; what was said of it has gone',
  'decision.undone_by': 'as of who decided',
  'flag.person_id': 'that a note was reported stays with its case; what was said has gone',
  'grade_result.person_id':
    'what they got stays in the books of the class; what was said of it has gone',
  'hold_rule.changed_by': 'the rule holds on',
  'moderation_case.author_id': 'as of its note',
  'moderator.granted_by': 'who was appointed stays appointed',
  'objection.decided_by': 'an answer to somebody else is theirs',
  'person.id': 'the row without a name that all of these lead to',
  'person_note.author_id': 'it is about somebody else, and stays with those who moderate',
  'proposed_release.set_aside_by': 'what was put aside stays aside',
  'sanction.given_by': 'what was given to somebody else is theirs to know and to object to',
  'sanction.lifted_by': 'as of who gave it',
  'sanction.person_id': 'that it was given stays; what was said has gone',
  'second_look.looker_id': 'what they would have decided is counted, and stands beside what was',
  'second_look_share.changed_by': 'the share holds on',
  'text_draft.begun_by': 'a draft of a version is its office’s, and others go on with it',
  'text_draft.changed_by': 'as of who began it',
  'text_release.released_by': 'a version that was released stays so',
  'thread.author_id': 'as of its note',
  'word_list.changed_by': 'the list holds on',
};

/** What they said to others as a moderator: it is those others’ statement of reasons, or the site’s rule. */
const officeStays = [
  'annotation_event.reason',
  'decision.words',
  'decision_words.words',
  // A letter that has not been sent.
  'mail.body',
  'objection.decided_words',
  'person_note.words',
  'sanction.lifted_words',
  'sanction.words',
  'word_list.name',
];

/** The books of a class name who got what, as the page on privacy says. */
const books = ['grade_result.name'];

/** What several wrote together is the commentary’s, and is nobody’s words any more. */
const together = [
  'commentary_revision.body',
  // What a reviewer advised is the record of a round, by which others decided.
  'commentary_reviewer.to_authors',
  'commentary_reviewer.to_editor',
  // What the next release says of itself.
  'commentary_schedule.change',
  // What was written in the margin of a round, and by which others decided.
  'review_note.body',
  // By what right a text is public that stays so.
  'work.rights_statement',
  'work_step.message',
];

/** Others wrote it, and called them by their handle. */
const othersWrote = ['note_search.folded', 'note_search.tokens', 'revision.body', 'revision.html'];

/** An address that was given out is cited; what stood there is gone for good and nothing comes in its place. */
const cited = ['web_annotation_name.name'];

/** Public notes that stay, where that was chosen: without a name. */
const noteStays = [
  'annotation.tags',
  ...['note_search.folded', 'note_search.tags', 'note_search.tokens'],
  ...['revision.body', 'revision.html', 'revision.tags'],
];

test.each([
  ['anonymise', [...noteStays, ...cited]],
  ['remove', cited],
] as const)(
  '%s: nothing of them is left but what has a reason',
  async (writing, wordsStay) => {
    const site = await ownApp();
    const { zelda } = await fullLife(site);
    const columns = (await personColumns(site)).filter((each) => !/mail|recipient/.test(each));
    // A table of tomorrow is filled by nobody here: that is where to begin with it.
    const filled = new Set([...(await placesOf(site, zelda.id)), 'demo_person.person_id']);
    expect(
      [...columns, 'mail_notice.person_id', 'mail_round.person_id'].filter(
        (each) => !filled.has(each),
      ),
    ).toEqual([]);
    expect((await placesOf(site, marks.own)).length).toBeGreaterThan(30);

    const answer = await site.as(zelda, 'DELETE', '/account', { password, writing });
    expect(answer.statusCode, answer.body).toBe(200);

    const stays = Object.keys(idStays);
    expect(await placesOf(site, zelda.id)).toEqual(stays);
    expect(await placesOf(site, marks.address)).toEqual([]);
    expect(await placesOf(site, zelda.email)).toEqual([]);
    expect(await placesOf(site, marks.name)).toEqual([...books, ...othersWrote]);
    expect(await placesOf(site, marks.own)).toEqual([...wordsStay, ...together].sort());
    expect(await placesOf(site, marks.office)).toEqual(officeStays);
    const listed = await placesOf(site, marks.listed);
    expect(listed.filter((each) => !wordsStay.some((kept) => kept === each))).toEqual([
      'word_list.words',
    ]);
    const { rows } = await site.owner.query('select name, state from person where id = $1', [
      zelda.id,
    ]);
    expect(rows).toEqual([{ name: '', state: 'erased' }]);
    // Who has the name next is somebody else, and has none of it.
    const next = await member(site, zelda.email, zelda.name);
    const own = await site.as(next, 'GET', '/account/export');
    expect(own.json()).toMatchObject({ notes: [], decisions_taken: [], sanctions: [], roles: [] });
  },
  60_000,
);
