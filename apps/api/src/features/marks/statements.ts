import type { ThreadOrder } from '@glossator/domain';
import type { Statement } from '../../db/client.ts';
import { authorColumns, joinAuthor } from '../../db/author.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { placesSql } from '../../db/place-order.ts';
import { notesSql, readsNoteSql, threadsSql } from './conditions.ts';

const reader = { person: '$1::uuid', roles: '$2::text[]' } as const;
const author = authorColumns(reader.person);

/*
 * The newest threads of a work in each layer, before a cursor: index thread_work (work_id, layer_id,
 * created_at, id), read backwards and merged. $3 layers, $4 work, $5 and $6 cursor, $7 how many.
 */
const newestThreads = `
  select p.*, row_number() over (order by p.created_at desc, p.id desc) as n
  from unnest($3::integer[]) as x(id)
  cross join lateral (
    select t.* from thread t
    where t.work_id = $4 and t.layer_id = x.id and (t.created_at, t.id) < ($5::timestamptz, $6::uuid)
    order by t.created_at desc, t.id desc
    limit $7
  ) p
  order by p.created_at desc, p.id desc
  limit $7`;

/*
 * Threads with what a mark of them says: one range of annotation_thread for each. Its last row is
 * there whether it matches or not, for the next cursor. $8 units; conditions from $9.
 */
export const markedThreads: Statement = {
  name: 'marked-threads',
  text: `
    select t.id, t.n::integer as n, l.kind as layer, t.target_kind, t.from_uid, t.to_uid, t.resolution,
      ${iso('t.created_at')} as created, c.notes, c.newest, c.matched,
      c.kind, c.tags, ${author.id} as author_id, ${author.name} as author_name,
      ${author.handle} as author_handle, k.loci
    from (${newestThreads}) t
    join layer l on l.id = t.layer_id
    cross join lateral (
      select count(*) filter (where w.asked and a.state = 'published')::integer as notes,
        floor(extract(epoch from max(a.created_at) filter (where w.asked)))::float8 as newest,
        coalesce(bool_or(w.asked), false)
          and ${threadsSql(14)}
          and ($8::text[] is null or exists (
            select from thread_place u where u.thread_id = t.id and u.uid = any($8::text[]))) as matched,
        max(a.kind) filter (where w.root) as kind,
        max(a.tags) filter (where w.root) as tags,
        (array_agg(a.author_id) filter (where w.root))[1] as author_id
      from annotation a
      cross join lateral (select ${notesSql(9, reader)} as asked,
        a.parent_id is null and ${readsNoteSql(reader)} as root) w
      where a.thread_id = t.id
    ) c
    ${joinAuthor('c.author_id', 'left join')}
    left join lateral (
      select json_agg(json_build_array(o.version_id, o.uid, o.start_at, o.end_at) order by o.n) as loci
      from (
        select c.n, c.version_id, c.uid, c.start_at, c.end_at from thread_locus c where c.thread_id = t.id
        union all
        -- Where they stood, and where they surely stand: each is drawn on the version it belongs to.
        select f.n, f.text_version_id, f.uid, f.start_at, f.end_at
        from fate_locus f join thread_fate x using (thread_id, version_id)
        where f.thread_id = t.id
          and (f.side = 'old' or (x.outcome = 'marked' and x.answer <> 'stands'))
      ) o where o.start_at is not null
    ) k on t.target_kind in ('range', 'hinge')
    where c.matched or t.n = $7
    order by t.n`,
};

/** Published notes by unit that match, in the newest threads; numbered as above. */
export const matchingTallies: Statement = {
  name: 'matching-tallies',
  text: `
    select u.uid, count(*)::integer as notes
    from (${newestThreads}) t
    join layer l on l.id = t.layer_id
    join annotation a on a.thread_id = t.id
    join thread_place u on u.thread_id = t.id
    where a.state = 'published' and ${threadsSql(14)} and ${notesSql(9, reader)}
      and ($8::text[] is null or u.uid = any($8::text[]))
    group by u.uid`,
};

/** The same from the counts that are kept: primary key of tally. $1 work, $2 layers, $3 and $4 kinds. */
export const keptTallies: Statement = {
  name: 'kept-tallies',
  text: `
    select y.uid, sum(y.notes)::integer as notes
    from tally y join layer l on l.id = y.layer_id
    where y.work_id = $1 and y.layer_id = any($2::integer[])
      and ($3::text[] is null or l.kind = any($3::text[]))
      and ($4::text[] is null or y.kind = any($4::text[]))
    group by y.uid having sum(y.notes) > 0`,
};

/*
 * As `threadPlaces` of the annotations, but only threads with a note that matches: each thread of the
 * same ranges is looked at in annotation_thread. $1 and $2 reader, $3 work, $4 uids, $5 entries,
 * $6 layers, $7 how many; conditions from $8, cursor from $15.
 */
export const matchingPlaces = (order: ThreadOrder): Statement => ({
  name: `matching-places-${order}`,
  text: placesSql(
    order,
    { work: 3, uids: 4, entries: 5, layers: 6, limit: 7, cursor: 15 },
    {
      more: 'join thread t on t.id = e.thread_id join layer l on l.id = x.id',
      where: `and ${threadsSql(13)}
        and exists (select from annotation a where a.thread_id = t.id and ${notesSql(8, reader)})`,
    },
  ),
});
