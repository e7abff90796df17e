import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { readsBodySql } from '../../db/visibility.ts';

/** A visitor reads a feed, whoever asks for it: nothing in it may depend on who that is. */
const reader = { person: 'null::uuid', roles: 'array[]::text[]' } as const;

/** Notes in one feed, and the newest threads that are looked through for them. */
export const mostNotes = 50;
const threads = 200;

/** $1 layers. `a` and `t` are chosen by each kind. */
const notes = (chosen: string): string => `
  select a.id, w.slug as work, t.from_uid, t.to_uid, r.body, r.html, r.renderer, p.name,
    ${iso('a.created_at')} as created, ${iso('r.written_at')} as updated
  from ${chosen}
  join layer l on l.id = t.layer_id
  join work w on w.id = t.work_id
  join person p on p.id = a.author_id
  join revision r on r.annotation_id = a.id and r.number = a.version
  where a.state = 'published' and ${readsBodySql(reader)}
  order by a.created_at desc, a.id desc
  limit ${String(mostNotes)}`;

/** $1 layers, $2 work. Index thread_work, then annotation_thread. */
export const notesOfWork: Statement = {
  name: 'feed-work',
  text: notes(`unnest($1::integer[]) as i(layer_id)
    cross join lateral (
      select * from thread x where x.work_id = $2::integer and x.layer_id = i.layer_id
      order by x.created_at desc, x.id desc limit ${String(threads)}) t
    join annotation a on a.thread_id = t.id`),
};

/** $1 layers, $2 one layer. The same for each work. */
export const notesOfLayer: Statement = {
  name: 'feed-layer',
  text: notes(`(select id from work where standing = 'public') every
    cross join lateral (
      select * from thread x where x.work_id = every.id and x.layer_id = $2::integer
        and x.layer_id = any($1::integer[])
      order by x.created_at desc, x.id desc limit ${String(threads)}) t
    join annotation a on a.thread_id = t.id`),
};

/** $1 layers, $2 work, $3 units. The primary key of thread_place. */
export const notesOfUnits: Statement = {
  name: 'feed-units',
  text: notes(`(
      select distinct o.thread_id from unnest($3::text[]) as u(uid)
      cross join unnest($1::integer[]) as i(layer_id)
      cross join lateral (
        select x.thread_id from thread_place x
        where x.work_id = $2::integer and x.uid = u.uid and x.layer_id = i.layer_id
        order by x.created_at desc, x.thread_id desc limit ${String(mostNotes)}) o) k
    join thread t on t.id = k.thread_id
    join annotation a on a.thread_id = t.id`),
};

/** $1 layers, $2 thread. Index annotation_thread. */
export const notesOfThread: Statement = {
  name: 'feed-thread',
  text: notes(`thread t join annotation a on a.thread_id = t.id
      and t.id = $2::uuid and t.layer_id = any($1::integer[])`),
};

/** $1 layers, $2 person. Index annotation_author. */
export const notesOfPerson: Statement = {
  name: 'feed-person',
  text: notes(`annotation a join thread t on t.id = a.thread_id
      and a.author_id = $2::uuid and t.layer_id = any($1::integer[])`),
};

/** $1 unit. */
export const workOfUnit: Statement = {
  name: 'feed-work-of-unit',
  text: 'select w.slug from unit u join work w on w.id = u.work_id where u.uid = $1',
};

/** $1 thread, already found to be public. */
export const rootOfThread: Statement = {
  name: 'feed-root-of-thread',
  text: `select a.id, w.slug, t.from_uid, t.to_uid from thread t join work w on w.id = t.work_id
    join annotation a on a.thread_id = t.id and a.parent_id is null where t.id = $1`,
};
