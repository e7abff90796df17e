import { isoInstant as iso } from '../../db/instant.ts';
import { at, id, kind, type Key } from './kind.ts';

const number = (column: string): Key => [column, 'bigint', '-1'];
const text = (column: string): Key => [column, 'text', ''];

const byNote = [at('a.created_at'), id('a.id')];

/** Where a thread `t` points: a clause, or the first and the last of several. */
const addressOf = `(select case when f.uid = u.uid then f.path else f.path || '-' || u.path end
  from unit f, unit u where f.uid = t.from_uid and u.uid = t.to_uid)`;

/** The part of a commentary that a thread `t` is about, by its address. */
const aboutPart = `case when a.parent_id is null then (
  select c.slug || '@' || r.major || '.' || r.minor || '/' || x.label
  from thread_part x join commentary c on c.id = x.commentary_id
  join commentary_release r on r.id = x.release_id where x.thread_id = t.id) end`;

/** The term that a thread `t` is about, as far as its text is told to people with an account. */
const aboutTerm = `case when a.parent_id is null then (
  select x.term from thread_term x
  join term_ledger g on g.work_id = x.work_id
  join edition_version v on v.id = g.source_version
  join edition e on e.id = v.edition_id and e.access in ('public', 'signed-in')
  where x.thread_id = t.id) end`;

/** What a note `a` was before a decision that its author has not been told of: it may be taken back yet. */
const untold = `select d.before
  from decision d join moderation_case c on c.id = d.case_id and c.kind <> 'edit'
  where d.annotation_id = a.id and a.state in ('returned', 'refused', 'hidden')
    and d.before <> a.state
    and d.told_at is null and d.undone_at is null
  order by d.at desc limit 1`;

/** All that somebody wrote, in every layer. Index annotation_author where nothing else is said. */
export const noteKinds = [
  kind(
    'notes',
    {
      id: 'a.id',
      work: 'w.slug',
      address: addressOf,
      target: 't.target_kind',
      quote: `(select string_agg(c.exact, ' … ' order by c.n) from thread_locus c
        join edition_version v on v.id = c.version_id
        join edition e on e.id = v.edition_id and e.access in ('public', 'signed-in')
        where c.thread_id = t.id and a.parent_id is null and c.exact <> '')`,
      about_note: 'case when a.parent_id is null then t.about_id end',
      about_part: aboutPart,
      about_term: aboutTerm,
      layer: 'l.kind',
      kind: 'a.kind',
      tags: 'a.tags',
      state: 'coalesce(u.before, a.state)',
      version: 'a.version',
      created: iso('a.created_at'),
      changed: `case when u.before is null then ${iso('a.changed_at')} end`,
      thread: 'a.thread_id',
      in_reply_to: 'a.parent_id',
      resolution: 'case when a.parent_id is null then t.resolution end',
      copied_from: 'a.copied_from',
      useful_to: "case when l.kind = 'public' and a.state = 'published' then a.useful end",
      name_by_program: 'g.name',
      imported_from: 'i.source',
      imported_id: 'i.foreign_id',
      imported_author: 'i.author',
      imported_created: 'i.written',
      text: 'r.body',
    },
    `from annotation a join thread t on t.id = a.thread_id
     join layer l on l.id = t.layer_id join work w on w.id = t.work_id
     left join revision r on r.annotation_id = a.id and r.number = a.version
     left join import_source i on i.annotation_id = a.id
     left join web_annotation_name g on g.annotation_id = a.id
     left join lateral (${untold}) u on true
     where a.author_id = $1`,
    byNote,
    { batch: 100 },
  ),
  kind(
    'revisions',
    {
      note: 'a.id',
      number: 'r.number',
      kind: 'r.kind',
      tags: 'r.tags',
      editions_shown: 'r.seen',
      written: iso('r.written_at'),
      withdrawn: 'r.withdrawn',
      withdrawn_at: iso('r.withdrawn_at'),
      text: 'r.body',
    },
    `from annotation a join revision r on r.annotation_id = a.id where a.author_id = $1`,
    [...byNote, number('r.number')],
    { batch: 100, within: 2 },
  ),
  kind(
    'said_by_programs',
    { note: 'a.id', revision: 'x.number', properties: 'x.properties', words: 'x.words' },
    'from annotation a join web_annotation x on x.annotation_id = a.id where a.author_id = $1',
    [...byNote, number('x.number')],
    { batch: 20, within: 2 },
  ),
  // Index proposed_revision_own.
  kind(
    'waiting_edits',
    {
      note: 'q.annotation_id',
      over_revision: 'q.over',
      number: 'q.number',
      state: `case when exists (select from decision d
        join moderation_case c on c.id = d.case_id and c.kind = 'edit'
        where d.annotation_id = q.annotation_id and d.told_at is null and d.undone_at is null)
        then 'held' else q.state end`,
      kind: 'q.kind',
      tags: 'q.tags',
      editions_shown: 'q.seen',
      said_by_program: 'q.said',
      written: iso('q.written_at'),
      text: 'q.body',
    },
    'from proposed_revision q where q.author_id = $1',
    [at('q.written_at'), id('q.annotation_id')],
    { batch: 50 },
  ),
  // Index thread_author, and the primary key of thread_fate.
  kind(
    'texts_changed',
    {
      thread: 't.id',
      edition: 'v.edition_id',
      version: 'v.version',
      outcome: 'f.outcome',
      reason: 'f.reason',
      answer: 'f.answer',
      answered: iso('f.answered_at'),
      told: iso('f.at'),
    },
    `from thread t join thread_fate f on f.thread_id = t.id
     join edition_version v on v.id = f.version_id where t.author_id = $1`,
    [at('t.created_at'), id('t.id'), number('f.version_id')],
    { within: 2 },
  ),
  // The primary key of text_news.
  kind(
    'text_news',
    { edition: 'v.edition_id', version: 'v.version', told: iso('x.at'), read: iso('x.read_at') },
    'from text_news x join edition_version v on v.id = x.version_id where x.person_id = $1',
    [number('x.version_id')],
  ),
  // The primary key of release_news.
  kind(
    'release_news',
    {
      edition: 'v.edition_id',
      version: 'v.version',
      cause: 'x.cause',
      about: 'x.about',
      told: iso('x.at'),
      read: iso('x.read_at'),
    },
    'from release_news x join edition_version v on v.id = x.version_id where x.person_id = $1',
    [number('x.version_id'), text('x.cause'), text('x.about')],
  ),
  // The primary key of draft.
  kind(
    'drafts',
    {
      place: 'd.place',
      layer: 'd.layer',
      kind: 'd.kind',
      tags: 'd.tags',
      points_at: 'd.pointing',
      begun_from: 'd.begun',
      device: 'd.device',
      saved: iso('d.saved_at'),
      text: 'd.body',
    },
    'from draft d where d.person_id = $1',
    [text('d.place'), id('d.writer')],
    { batch: 50 },
  ),
  // Index note_import_person, and the primary key of note_import_row.
  kind(
    'imports',
    {
      id: 'i.id',
      work: 'w.slug',
      source: 'i.source',
      file_name: 'i.file_name',
      state: 'i.state',
      total: 'i.total',
      written: 'i.written',
      known: 'i.known',
      created: iso('i.created_at'),
      changed: iso('i.changed_at'),
    },
    'from note_import i join work w on w.id = i.work_id where i.person_id = $1',
    [at('i.created_at'), id('i.id')],
  ),
  kind(
    'import_rows',
    {
      import: 'i.id',
      number: 'x.n',
      foreign_id: 'x.foreign_id',
      outcome: 'x.outcome',
      reason: 'x.reason',
      quote: 'x.quote',
      note: 'x.note',
    },
    `from note_import i join note_import_row x on x.import_id = i.id where i.person_id = $1`,
    [id('x.import_id'), number('x.n')],
    { batch: 100 },
  ),
  // What became of them, by whomever: only whether it was oneself is told. What a decision did is
  // told when the decision is: both bear the moment of one transaction.
  kind(
    'changes_of_notes',
    {
      note: 'a.id',
      action: 'e.action',
      by_yourself: 'e.actor_id = a.author_id',
      before: 'e.before',
      after: 'e.after',
      revision: 'e.revision',
      reason: 'e.reason_code',
      words: 'e.reason',
      at: iso('e.at'),
    },
    `from annotation a join annotation_event e on e.annotation_id = a.id
     where a.author_id = $1 and not exists (select from decision d
       where d.annotation_id = a.id and d.told_at is null and e.at in (d.at, d.undone_at))`,
    [...byNote, number('e.id')],
    { within: 2 },
  ),
];
