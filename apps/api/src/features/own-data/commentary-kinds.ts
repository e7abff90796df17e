import { isoInstant as iso } from '../../db/instant.ts';
import { at, id, kind } from './kind.ts';

const usesOf = `array(select r.major || '.' || r.minor from promotion_use x
  join commentary_release r on r.id = x.release_id where x.promotion_id = o.id order by r.major, r.minor)`;

/** What commentaries know of somebody: their indexes begin with the person. */
export const commentaryKinds = [
  kind(
    'commentaries',
    {
      title: 'c.title',
      address: 'c.slug',
      role: 'o.role',
      state: 'o.state',
      since: iso('o.since'),
      removed: iso('c.removed_at'),
    },
    'from commentary_author o join commentary c on c.id = o.commentary_id where o.person_id = $1',
    [at('o.since'), id('o.commentary_id')],
  ),
  // What one has left is written on by others: one's own words in it are one's own still.
  kind(
    'commentary_revisions',
    {
      commentary: 'c.title',
      kind: 'p.kind',
      number: 'o.number',
      label: 'o.label',
      title: 'o.title',
      body: 'o.body',
      written: iso('o.written_at'),
    },
    `from commentary_revision o join commentary_part p on p.id = o.part_id
     join commentary c on c.id = p.commentary_id where o.author_id = $1`,
    [at('o.written_at'), id('o.part_id'), ['o.number', 'integer', '0']],
    { batch: 20 },
  ),
  // Index commentary_docx_maker. Words of a file that is not taken in yet.
  kind(
    'commentary_files',
    {
      commentary: 'c.title',
      file: 'd.file_name',
      heading: 'o.heading',
      body: 'o.body',
      came_in: iso('d.made_at'),
    },
    `from commentary_docx d join commentary_docx_part o on o.docx_id = d.id
     join commentary c on c.id = d.commentary_id where d.made_by = $1`,
    [id('d.id'), ['o.n', 'integer', '0']],
    { batch: 20, within: 1 },
  ),
  // Index commentary_decision_actor. Their own words of it, whatever it was about.
  kind(
    'commentary_decisions',
    {
      commentary: 'c.title',
      decision: 'o.kind',
      taken_as: 'o.actor_role',
      reason: 'o.reason',
      message: 'o.message',
      decided: iso('o.decided_at'),
    },
    `from commentary_decision o join commentary c on c.id = o.commentary_id where o.actor_id = $1`,
    [at('o.decided_at'), id('o.id')],
  ),
  // Index commentary_release_by.
  kind(
    'commentary_releases',
    {
      commentary: 'c.title',
      number: "o.major || '.' || o.minor",
      released: iso('o.released_at'),
    },
    `from commentary_release o join commentary c on c.id = o.commentary_id where o.released_by = $1`,
    [at('o.released_at'), id('o.id')],
  ),
  // Index commentary_schedule_person.
  kind(
    'commentary_schedules',
    {
      commentary: 'c.title',
      number: "o.major || '.' || o.minor",
      due: iso('o.due_at'),
      zone: 'o.zone',
      what_is_new: 'o.change',
      set: iso('o.set_at'),
    },
    `from commentary_schedule o join commentary c on c.id = o.commentary_id where o.person_id = $1`,
    [at('o.set_at'), id('o.commentary_id')],
  ),
  // Index promotion_author. What others said in asking is theirs.
  kind(
    'notes_wanted',
    {
      commentary: 'c.title',
      note: 'o.annotation_id',
      asked: iso('o.asked_at'),
      state: 'o.state',
      answered: iso('o.answered_at'),
      named: 'o.how',
      named_as: 'o.credit',
      words: 'o.words',
      quoted_in: usesOf,
    },
    `from promotion o join commentary c on c.id = o.commentary_id where o.author_id = $1`,
    [at('o.asked_at'), id('o.id')],
  ),
  // Index promotion_asked_by. What others say to it is theirs.
  kind(
    'notes_asked_for',
    {
      commentary: 'c.title',
      note: 'o.annotation_id',
      message: 'o.message',
      asked: iso('o.asked_at'),
      state: 'o.state',
      quoted_in: usesOf,
    },
    `from promotion o join commentary c on c.id = o.commentary_id where o.asked_by = $1`,
    [at('o.asked_at'), id('o.id')],
  ),
  // Index commentary_reviewer_person.
  kind(
    'commentary_reviews',
    {
      commentary: 'c.title',
      round: 'r.n',
      state: 'o.state',
      invited: iso('o.invited_at'),
      recommendation: 'o.recommendation',
      to_editor: 'o.to_editor',
      to_authors: 'o.to_authors',
      recommended: iso('o.recommended_at'),
    },
    `from commentary_reviewer o join commentary_round r on r.id = o.round_id
     join commentary c on c.id = r.commentary_id where o.person_id = $1`,
    [at('o.invited_at'), id('o.id')],
  ),
  // Index review_note_author.
  kind(
    'review_notes',
    {
      commentary: 'c.title',
      round: 'r.n',
      part: 'v.title',
      label: 'v.label',
      words: 't.exact',
      audience: 't.audience',
      written_as: 'o.written_as',
      body: 'o.body',
      written: iso('o.written_at'),
      told: iso('o.told_at'),
      removed: iso('o.removed_at'),
    },
    `from review_note o join review_thread t on t.id = o.thread_id
     join commentary_revision v on v.part_id = t.part_id and v.number = t.revision
     join commentary_round r on r.id = t.round_id
     join commentary c on c.id = r.commentary_id where o.author_id = $1`,
    [at('o.written_at'), id('o.id')],
    { batch: 100 },
  ),
];
