import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

const thread = `
  select t.id, t.round_id as "roundId", t.part_id as part, t.revision, t.audience,
    t.start_at as start, t.end_at as "end", t.exact, t.prefix, t.suffix,
    ${iso('t.settled_at')} as settled, w.n as reviewer,
    coalesce(w.person_id = $1, false) as "isOwn", o.told_at is not null as "isTold",
    exists (select from review_note k where k.thread_id = t.id and k.removed_at is null) as "isStanding"
  from review_thread t
  join review_note o on o.thread_id = t.id and o.n = 1
  left join commentary_reviewer w on w.id = t.reviewer_id`;

/** $1 person, $2 rounds, $3 parts, or null: of all. Index review_thread_round. */
export const threadsIn: Statement = {
  name: 'review-threads',
  text: `${thread}
    where t.round_id = any($2::uuid[]) and ($3::uuid[] is null or t.part_id = any($3))
    order by t.round_id, t.part_id, t.start_at nulls first, t.id`,
};

/** $1 person, $2 thread, $3 commentary. Primary keys. */
export const threadOf: Statement = {
  name: 'review-thread',
  text: `${thread}
    join commentary_round r on r.id = t.round_id
    where t.id = $2 and r.commentary_id = $3`,
};

/** $1 threads. Unique (thread_id, n). */
export const notesIn: Statement = {
  name: 'review-notes',
  text: `
    select k.id, k.thread_id as thread, k.n, k.written_as as "writtenAs", k.author_id as "authorId",
      k.body, k.version, k.told_at is not null as "isTold", ${iso('k.removed_at')} as removed,
      ${iso('k.written_at')} as written,
      case when k.version > 1 then ${iso('k.changed_at')} end as changed,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name,
        'handle', p.handle) end as person
    from review_note k left join person p on p.id = k.author_id
    where k.thread_id = any($1::uuid[])
    order by k.thread_id, k.n`,
};

/** $1 note. Primary key. */
export const threadOfNote: Statement = {
  name: 'review-note-thread',
  text: 'select thread_id as thread from review_note where id = $1',
};

/** $1 person, $2 key. Unique (author_id, post_key). */
export const noteByKey: Statement = {
  name: 'review-note-by-key',
  text: `
    select k.thread_id as thread, k.body, k.n from review_note k
    where k.author_id = $1 and k.post_key = $2`,
};

/** $1 round, $2 person. Index review_note_round. */
export const notesWritten: Statement = {
  name: 'review-notes-written',
  text: `
    select count(*)::integer as notes from review_note where round_id = $1 and author_id = $2`,
};

/** $1 submission, $2 part: as it was handed in. Unique (submission_id, part_id). */
export const partHandedIn: Statement = {
  name: 'review-part-handed-in',
  text: `
    select r.number as revision, r.body
    from submission_part s
    join commentary_revision r on r.part_id = s.part_id and r.number = s.revision
    where s.submission_id = $1 and s.part_id = $2`,
};

/** $1 submission, $2 parts: as they were handed in. Unique (submission_id, part_id). */
export const partsBefore: Statement = {
  name: 'review-parts-before',
  text: `
    select s.part_id as id, r.number as revision, r.label, r.title, r.body
    from submission_part s
    join commentary_revision r on r.part_id = s.part_id and r.number = s.revision
    where s.submission_id = $1 and s.part_id = any($2::uuid[])`,
};

/** $1 id, $2 round, $3 part, $4 revision, $5 reviewer or null, $6 audience, $7 start, $8 end, $9 words, $10 before them, $11 behind them. */
export const addThread: Statement = {
  name: 'review-thread-add',
  text: `
    insert into review_thread (id, round_id, part_id, revision, reviewer_id, audience,
      start_at, end_at, exact, prefix, suffix)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

/** $1 id, $2 thread, $3 round, $4 as what, $5 person, $6 words, $7 key, $8 whether authors are told now. */
export const addNote: Statement = {
  name: 'review-note-add',
  text: `
    insert into review_note (id, thread_id, n, round_id, written_as, author_id, body, post_key, told_at)
    select $1, $2, 1 + coalesce((select max(k.n) from review_note k where k.thread_id = $2), 0),
      $3, $4, $5, $6, $7, case when $8::boolean then now() end`,
};

/** $1 note, $2 words. */
export const changeNote: Statement = {
  name: 'review-note-change',
  text: `
    update review_note set body = $2, version = version + 1, changed_at = now() where id = $1`,
};

/** $1 note, $2 whether it is removed. */
export const removeNote: Statement = {
  name: 'review-note-remove',
  text: `
    update review_note set removed_at = case when $2::boolean then now() end where id = $1`,
};

/** $1 thread, $2 audience. */
export const setAudience: Statement = {
  name: 'review-thread-audience',
  text: 'update review_thread set audience = $2 where id = $1',
};

/** $1 thread, $2 whether it is dealt with. */
export const settleThread: Statement = {
  name: 'review-thread-settle',
  text: `
    update review_thread set settled_at = case when $2::boolean then now() end where id = $1`,
};

/**
 * $1 decision. Tells authors of all threads that were written in during its round. One that was begun in
 * a round without a decision is told with the round in which it was gone on with. Index review_note_round.
 */
export const tellMargins: Statement = {
  name: 'review-notes-tell',
  text: `
    update review_note n set told_at = now()
    from review_thread t
    where t.id = n.thread_id and t.audience = 'authors' and n.told_at is null and n.removed_at is null
      and n.thread_id in (
        select k.thread_id from commentary_decision d join review_note k on k.round_id = d.round_id
        where d.id = $1 and d.kind in ('request-changes', 'decline', 'accept'))`,
};
