import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { readsBodySql, type ActorParameters } from '../../db/visibility.ts';

/*
 * Threads on an ordered list of units, newest first on each. Primary key of thread_place
 * (work_id, uid, layer_id, created_at, thread_id), read backwards from the cursor: the cost is
 * one short index range for each unit and layer, however many notes there are.
 */
export const threadPlaces: Statement = {
  name: 'thread-places',
  text: `
    select p.thread_id, u.n::integer as n, ${iso('p.created_at')} as created
    from unnest($2::text[], $3::boolean[]) with ordinality as u(uid, entry, n)
    cross join unnest($4::integer[]) as l(id)
    cross join lateral (
      select t.thread_id, t.created_at from thread_place t
      where t.work_id = $1 and t.uid = u.uid and t.layer_id = l.id
        and (t.opening or u.entry)
        and (t.created_at, t.thread_id) < (
          case when u.n = $5 then $6::timestamptz else 'infinity' end,
          case when u.n = $5 then $7::uuid else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end)
      order by t.created_at desc, t.thread_id desc
      limit $8
    ) p
    where u.n >= $5
    order by u.n, p.created_at desc, p.thread_id desc
    limit $8`,
};

const annotationColumns = (actor: ActorParameters): string => `
  a.id, a.thread_id, a.parent_id, a.state, a.version, a.author_id, p.name as author_name,
  ${iso('a.created_at')} as created, ${iso('a.changed_at')} as changed,
  coalesce(${readsBodySql(actor)}, false) as readable,
  case when ${readsBodySql(actor)} then r.body end as body,
  case when ${readsBodySql(actor)} then r.html end as html,
  r.renderer, coalesce(r.seen, array[]::text[]) as seen,
  case when a.state = 'hidden' and ${readsBodySql(actor)} then (
    select e.reason from annotation_event e
    where e.annotation_id = a.id and e.action = 'hide' order by e.id desc limit 1) end as reason`;

const threadColumns = `
  t.id as thread, w.slug as work, t.work_id, t.layer_id, l.kind as layer, l.owner_id,
  t.target_kind, t.from_uid, t.to_uid, t.author_id as thread_author_id, t.resolution,
  ${iso('t.created_at')} as thread_created`;

// What the columns above are read from, around a thread `t` and a note `a`.
const joinSurroundings = 'join layer l on l.id = t.layer_id join work w on w.id = t.work_id';
const joinWords =
  'join person p on p.id = a.author_id left join revision r on r.annotation_id = a.id and r.number = a.version';

const reader: ActorParameters = { person: '$1::uuid', roles: '$2::text[]' };

/*
 * The first notes of each thread, oldest first: index annotation_thread (thread_id, created_at, id),
 * then one look-up by primary key for revision and person.
 */
export const threadsWithNotes: Statement = {
  name: 'threads-with-notes',
  text: `
    select ${threadColumns}, ${annotationColumns(reader)}
    from unnest($3::uuid[]) with ordinality as o(id, n)
    join thread t on t.id = o.id
    ${joinSurroundings}
    cross join lateral (
      select * from annotation a where a.thread_id = t.id order by a.created_at, a.id limit $4
    ) a
    ${joinWords}
    where t.layer_id = any($5::integer[])
    order by o.n, a.created_at, a.id`,
};

/** More notes of one thread, after a cursor. */
export const threadNotes: Statement = {
  name: 'thread-notes',
  text: `
    select ${threadColumns}, ${annotationColumns(reader)}
    from thread t
    ${joinSurroundings}
    join annotation a on a.thread_id = t.id
    ${joinWords}
    where t.id = $3 and t.layer_id = any($4::integer[])
      and (a.created_at, a.id) > ($5::timestamptz, $6::uuid)
    order by a.created_at, a.id
    limit $7`,
};

export const oneAnnotation: Statement = {
  name: 'one-annotation',
  text: `
    select ${threadColumns}, ${annotationColumns(reader)}
    from annotation a
    join thread t on t.id = a.thread_id
    ${joinSurroundings}
    ${joinWords}
    where a.id = $3 and t.layer_id = any($4::integer[])`,
};

/**
 * Thread, places, root and first revision in one round trip. Without a layer ($3 null) it is the
 * public one.
 */
export const insertThread: Statement = {
  name: 'insert-thread',
  text: `
    with opened as (
      insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
      values ($1, $2, coalesce($3, (select id from layer where kind = 'public')), $4, $5, $6, $7)
      returning work_id, layer_id, created_at
    ), placed as (
      insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
      select o.work_id, o.layer_id, u.uid, o.created_at, $1, u.n = 1
      from opened o, unnest($8::text[]) with ordinality as u(uid, n)
    ), rooted as (
      insert into annotation (id, thread_id, author_id, post_key) values ($9, $1, $7, $10)
    ), worded as (
      insert into revision (annotation_id, number, body, html, renderer, seen)
      values ($9, 1, $11, $12, $13, $14)
    )
    select layer_id, ${iso('created_at')} as created from opened`,
};

/**
 * Only under a parent that is still published: nobody answers what cannot be seen. Never dated before
 * the parent, though the server's clock may have been set back: notes are listed by their date.
 */
export const insertReply: Statement = {
  name: 'insert-reply',
  text: `
    with answered as (
      select thread_id, created_at from annotation where id = $2 and state = 'published' for share
    ), replied as (
      insert into annotation (id, thread_id, parent_id, author_id, post_key, created_at)
      select $1, thread_id, $2, $3, $4, greatest(now(), created_at + interval '1 microsecond')
      from answered returning id
    )
    insert into revision (annotation_id, number, body, html, renderer, seen)
    select id, 1, $5, $6, $7, $8 from replied returning annotation_id`,
};

/** Nothing is written where the version is no longer the newest. */
export const insertRevision: Statement = {
  name: 'insert-revision',
  text: `
    with edited as (
      update annotation set version = version + 1, changed_at = now()
      where id = $1 and version = $2 and state in ('published', 'hidden') returning id, version
    )
    insert into revision (annotation_id, number, body, html, renderer, seen)
    select id, version, $3, $4, $5, $6 from edited returning annotation_id`,
};
