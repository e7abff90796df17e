import type { ThreadOrder } from '@glossator/domain';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { placesSql } from '../../db/place-order.ts';
import { isOfItsWorkSql } from '../../db/visibility.ts';
import { nameRow, saidRow } from './foreign-rows.ts';
import { columns, joinSurroundings, joinWords, readerOf } from './row-columns.ts';

/** Threads on an ordered list of units. $1 work, $2 uids, $3 entries, $4 layers, $5 how many, $6 on cursor. */
export const threadPlaces = (order: ThreadOrder): Statement => ({
  name: `thread-places-${order}`,
  text: placesSql(order, { work: 1, uids: 2, entries: 3, layers: 4, limit: 5, cursor: 6 }),
});

/** What a note is found by, written with its words: number of the first of four parameters. */
const searchRow = (annotation: string, first: number): string => `
  insert into note_search (annotation_id, tokenizer, folded, tokens, tags)
  select ${annotation}, $${String(first)}::smallint, $${String(first + 1)}::text,
    array_to_tsvector($${String(first + 2)}::text[]), $${String(first + 3)}::text[]`;

/*
 * Whom the words call: those of the handles whose keys the parameter holds, by the index
 * person_handle, but for the author. Locked, so that nobody is written down who is just leaving.
 */
const calledPeople = (author: string, handles: number): string => `
  select p.id from person p
  where lower(p.handle) collate "C" = any($${String(handles)}::text[])
    and p.state = 'active' and p.id <> ${author}
  order by p.id for share of p`;

/** Bytes of notes on one page; beyond them stand the first notes of threads alone. */
const mostBytes = 4_000_000;

const notesOfThreads = `
  from unnest($3::uuid[]) with ordinality as o(id, n)
  join thread t on t.id = o.id
  ${joinSurroundings}
  cross join lateral (
    select * from annotation a where a.thread_id = t.id order by a.created_at, a.id limit $4
  ) a
  ${joinWords}
  where t.layer_id = any($5::integer[]) and ${isOfItsWorkSql}`;

/*
 * The first notes of each thread, oldest first: index annotation_thread (thread_id, created_at, id),
 * then one look-up by primary key for revision and person. `there` says how many there are, up to $4:
 * of very long ones fewer are told. Their lengths are known without reading them.
 */
export const threadsWithNotes: Statement = {
  name: 'threads-with-notes',
  text: `
    select x.* from (
      select ${columns(readerOf('$5::integer[]'))}, o.n as nth, a.created_at as at,
        count(*) over (partition by o.n)::integer as there,
        sum(coalesce(octet_length(r.body), 0) + coalesce(octet_length(r.html), 0))
          over (order by o.n, a.created_at, a.id rows unbounded preceding) as bytes
      ${notesOfThreads}
    ) x
    where x.parent_id is null or x.bytes <= ${String(mostBytes)}
    order by x.nth, x.at, x.id`,
};

/** The same without a bound, for what is written out note by note. */
export const threadsInFull: Statement = {
  name: 'threads-in-full',
  text: `
    select ${columns(readerOf('$5::integer[]'))} ${notesOfThreads}
    order by o.n, a.created_at, a.id`,
};

/** More notes of one thread, after a cursor. */
export const threadNotes: Statement = {
  name: 'thread-notes',
  text: `
    select ${columns(readerOf('$4::integer[]'))}
    from thread t
    ${joinSurroundings}
    join annotation a on a.thread_id = t.id
    ${joinWords}
    where t.id = $3 and t.layer_id = any($4::integer[]) and ${isOfItsWorkSql}
      and (a.created_at, a.id) > ($5::timestamptz, $6::uuid)
    order by a.created_at, a.id
    limit $7`,
};

export const oneAnnotation: Statement = {
  name: 'one-annotation',
  text: `
    select ${columns(readerOf('$4::integer[]'))}
    from annotation a
    join thread t on t.id = a.thread_id
    ${joinSurroundings}
    ${joinWords}
    where a.id = $3 and t.layer_id = any($4::integer[]) and ${isOfItsWorkSql}`,
};

const threadInsertion = (more: string): string => `
    with opened as (
      insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id,
        about_id, entry_edition, entry_number, is_answer)
      values ($1, $2, coalesce($3, (select id from layer where kind = 'public')), $4, $5, $6, $7,
        $18, $19, $20, $28)
      returning work_id, layer_id, created_at
    ), placed as (
      insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select o.work_id, o.layer_id, u.uid, o.created_at, $1, u.n = 1
      from opened o, unnest($8::text[]) with ordinality as u(uid, n)
    ), located as (
      insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
      select $1, l.* from jsonb_to_recordset($17::jsonb) as l(n smallint, version_id integer, uid text,
        start_at integer, end_at integer, exact text, prefix text, suffix text)
    ), rooted as (
      insert into annotation (id, thread_id, author_id, post_key, kind, tags, copied_from, state)
      values ($9, $1, $7, $10, $15, $16, $21, $27)
    ), worded as (
      insert into revision (annotation_id, number, body, html, renderer, seen, kind, tags)
      values ($9, 1, $11, $12, $13, $14, $15, $16)
    ), found as (${searchRow('$9::uuid', 22)}
    ), called as (
      insert into mention (annotation_id, person_id)
      select $9, c.id from (${calledPeople('$7', 26)}) c
    ), commented as (
      insert into thread_part (thread_id, commentary_id, born, release_id, label)
      select $1, $29::uuid, $30::text, $31::uuid, $32::text where $29::uuid is not null
    ), termed as (
      insert into thread_term (thread_id, work_id, term)
      select $1, $2, $33::text where $33::text is not null
    )${more}
    select layer_id, ${iso('created_at')} as created from opened`;

/**
 * Thread, places, loci, root and first revision in one round trip. Without a layer ($3 null) it is
 * the public one.
 */
export const insertThread: Statement = { name: 'insert-thread', text: threadInsertion('') };

/** The same with what a program said beside, and the name it asked for. */
export const insertForeignThread: Statement = {
  name: 'insert-foreign-thread',
  text: threadInsertion(`, said as (${saidRow('$9::uuid', '1', 34)}
    ), named as (${nameRow('$9::uuid', 'opened', 36)})`),
};

const replyInsertion = (more: string): string => `
    with answered as (
      select a.thread_id, a.created_at, t.work_id from annotation a join thread t on t.id = a.thread_id
      where a.id = $2 and a.state = 'published' and t.layer_id = $11
      for share of a for key share of t
    ), replied as (
      insert into annotation (id, thread_id, parent_id, author_id, post_key, created_at, kind, tags)
      select $1, thread_id, $2, $3, $4, greatest(now(), created_at + interval '1 microsecond'), $9, $10
      from answered returning id
    ), found as (${searchRow('id', 12)} from replied
    ), called as (
      insert into mention (annotation_id, person_id)
      select r.id, c.id from replied r cross join (${calledPeople('$3', 16)}) c
    )${more}
    insert into revision (annotation_id, number, body, html, renderer, seen, kind, tags)
    select id, 1, $5, $6, $7, $8, $9, $10 from replied returning annotation_id`;

/**
 * Only under a parent that is still published and in the layer it was seen in: nobody answers what
 * cannot be seen, and a thread that moves meanwhile takes no stranger along. The note is locked before
 * its thread, as by all who lock both. Never dated before the parent, though the server's clock may
 * have been set back: notes are listed by their date.
 */
export const insertReply: Statement = { name: 'insert-reply', text: replyInsertion('') };

/** The same with what a program said beside, and the name it asked for. */
export const insertForeignReply: Statement = {
  name: 'insert-foreign-reply',
  text: replyInsertion(`, said as (${saidRow('id', '1', 17)} from replied
    ), named as (${nameRow('id', 'replied cross join answered', 19)})`),
};

const revisionInsertion = (more: string): string => `
    with edited as (
      update annotation set version = version + 1, changed_at = now(), kind = $7, tags = $8
      where id = $1 and version = $2
        and state in ('held', 'returned', 'refused', 'published', 'hidden')
      returning id, version, author_id
    ), found as (${searchRow('id', 9)} from edited
      on conflict (annotation_id) do update set tokenizer = excluded.tokenizer,
        folded = excluded.folded, tokens = excluded.tokens, tags = excluded.tags
    ), named as (${calledPeople('(select author_id from annotation where id = $1)', 13)}
    ), silenced as (
      delete from mention m using edited e
      where m.annotation_id = e.id and m.person_id not in (select id from named)
    ), called as (
      insert into mention (annotation_id, person_id)
      select e.id, n.id from edited e cross join named n
      on conflict do nothing
    )${more}
    insert into revision (annotation_id, number, body, html, renderer, seen, kind, tags)
    select id, version, $3, $4, $5, $6, $7, $8 from edited returning annotation_id`;

/** Nothing is written where the version is no longer the newest. */
export const insertRevision: Statement = { name: 'insert-revision', text: revisionInsertion('') };

/** The same with what a program said beside. */
export const insertForeignRevision: Statement = {
  name: 'insert-foreign-revision',
  text: revisionInsertion(`, said as (${saidRow('id', 'version', 14)} from edited)`),
};

/** False where it was answered; see the migration of web annotations. */
export const retargetThread: Statement = {
  name: 'retarget-thread',
  text: `select retarget_thread($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb) as done`,
};

/** What points elsewhere is no longer about a part or a term that stood there. Primary keys. */
export const dropAbout: Statement = {
  name: 'thread-about-drop',
  text: `with term as (delete from thread_term where thread_id = $1)
    delete from thread_part where thread_id = $1`,
};

export const targetRow: Statement = {
  name: 'target-row',
  text: `
    select t.from_uid, t.to_uid, ol.kind as about_layer, ol.owner_id as about_owner,
      array(select p.uid from thread_place p join unit u on u.uid = p.uid
        where p.thread_id = t.id order by not p.opening, u.ord) as places
    from thread t
    left join annotation o on o.id = t.about_id
    left join thread ot on ot.id = o.thread_id
    left join layer ol on ol.id = ot.layer_id
    where t.id = $1`,
};

/** The thread is locked before, so that this statement sees every reply that was there first. */
export const moveThread: Statement = {
  name: 'move-thread',
  text: `
    update thread t set layer_id = coalesce($2, (select id from layer where kind = 'public'))
    where t.id = $1 and not exists (
      select from annotation a where a.thread_id = t.id and a.author_id <> t.author_id)
    returning t.id`,
};

/** Only while the note is published: what was taken away meanwhile is not written again. */
export const copyNote: Statement = {
  name: 'copy-note',
  text: `
    with source as (
      select a.id, a.kind, a.tags, a.version, t.id as thread_id, t.work_id, t.target_kind,
        t.from_uid, t.to_uid, t.about_id, t.entry_edition, t.entry_number,
        coalesce($4, (select id from layer where kind = 'public')) as layer_id
      from annotation a join thread t on t.id = a.thread_id
      where a.id = $3 and a.state = 'published' for share of a
    ), opened as (
      insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id,
        about_id, entry_edition, entry_number)
      select $1, work_id, layer_id, target_kind, from_uid, to_uid, $5, about_id, entry_edition,
        entry_number
      from source returning id, created_at
    ), placed as (
      insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select s.work_id, s.layer_id, p.uid, o.created_at, o.id, p.opening
      from source s cross join opened o join thread_place p on p.thread_id = s.thread_id
    ), located as (
      insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
      select o.id, c.n, c.version_id, c.uid, c.start_at, c.end_at, c.exact, c.prefix, c.suffix
      from source s cross join opened o join thread_locus c on c.thread_id = s.thread_id
    ), commented as (
      insert into thread_part (thread_id, commentary_id, born, release_id, label)
      select o.id, c.commentary_id, c.born, c.release_id, c.label
      from source s cross join opened o join thread_part c on c.thread_id = s.thread_id
    ), termed as (
      insert into thread_term (thread_id, work_id, term)
      select o.id, c.work_id, c.term
      from source s cross join opened o join thread_term c on c.thread_id = s.thread_id
    ), rooted as (
      insert into annotation (id, thread_id, author_id, post_key, kind, tags, copied_from, state)
      select $2, o.id, $5, $6, s.kind, s.tags, s.id, $7 from source s cross join opened o
    ), found as (
      insert into note_search (annotation_id, tokenizer, folded, tokens, tags)
      select $2, n.tokenizer, n.folded, n.tokens, n.tags
      from source s join note_search n on n.annotation_id = s.id
    ), called as (
      insert into mention (annotation_id, person_id)
      select $2, m.person_id from source s join mention m on m.annotation_id = s.id
    ), said as (
      insert into web_annotation (annotation_id, number, properties, words)
      select $2, 1, w.properties, case when w.number = s.version then w.words else '{}' end
      from source s join lateral (
        select * from web_annotation w where w.annotation_id = s.id
        order by w.number desc limit 1) w on true
    )
    insert into revision (annotation_id, number, body, html, renderer, seen, kind, tags)
    select $2, 1, r.body, r.html, r.renderer, r.seen, r.kind, r.tags
    from source s join revision r on r.annotation_id = s.id and r.number = s.version
    returning annotation_id`,
};
