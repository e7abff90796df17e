import { authorColumns, joinAuthor } from '../../db/author.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import type { Statement } from '../../db/client.ts';
import { readsBodySql, seesWorkSql } from '../../db/visibility.ts';

/** The newest that are looked at: beyond them a list says that there are more. */
export const mostCounted = 1_000;

const reader = { person: '$1::uuid', roles: '$2::text[]' } as const;
const author = authorColumns(reader.person);

/*
 * $4 query or null, $5 phrases that must stand in the text, $6 those that must not, $7 work, $8 units,
 * $9 layers by kind, $10 kinds, $11 tags, $12 handles, $13 since, $14 until, $15 resolution,
 * $16 a part of the text as LIKE has it; null where nothing is asked. The rights come first: what is not seen is neither found nor counted. Nobody is found by their
 * name where it is not told.
 */
const conditions = `
  t.layer_id = any($3::integer[]) and a.state in ('published', 'hidden') and ${readsBodySql(reader)}
  and ($4::tsquery is null or s.tokens @@ $4::tsquery)
  and not exists (select from unnest($5::text[]) x where position(x in s.folded) = 0)
  and not exists (select from unnest($6::text[]) x where position(x in s.folded) > 0)
  and ($7::integer is null or t.work_id = $7)
  and ($8::text[] is null or exists (
    select from thread_place p where p.thread_id = t.id and p.uid = any($8::text[])))
  and ($9::text[] is null or l.kind = any($9::text[]))
  and ($10::text[] is null or a.kind = any($10::text[]))
  and ($11::text[] is null or s.tags && $11::text[])
  and ($12::text[] is null or not l.hides_names and lower(p.handle) collate "C" = any($12::text[]))
  and ($13::date is null or a.created_at >= $13::date)
  and ($14::date is null or a.created_at < $14::date + 1)
  and ($15::text is null or t.resolution = $15)
  and ($16::text is null or s.folded like $16::text)`;

const sources = `
  from note_search s
  join annotation a on a.id = s.annotation_id
  join thread t on t.id = a.thread_id
  join layer l on l.id = t.layer_id
  join person p on p.id = a.author_id
  join work w on w.id = t.work_id`;

// Unnamed: PostgreSQL plans it for the words at hand, by index note_search_tokens where they are
// rare, and backwards through the ids (which grow with time) where they are on every page.
export const findNotes: Statement = {
  name: '',
  text: `
    with found as (
      select a.id, s.folded, s.tags as tag_keys, a.tags, a.kind, l.kind as layer,
        case when l.hides_names then '' else p.handle end as handle,
        case when l.hides_names then '' else p.name end as name, w.slug,
        w.abbreviation
      ${sources}
      where ${conditions}
      order by s.annotation_id desc
      limit ${String(mostCounted + 1)}
    ), scored as (
      select id, coalesce((
        select sum(ln(1 + (length(f.folded) - length(replace(f.folded, x, ''))) / length(x)::double precision))
        from unnest($17::text[]) x), 0) / ln(20 + length(f.folded)) as score
      from found f
    ), page as (
      select id, score from scored order by score desc, id desc offset $18 limit $19
    )
    select (select count(*)::integer from found) as total,
      (select coalesce(json_agg(id order by score desc, id desc), '[]') from page) as ids,
      (select coalesce(json_agg(x), '[]') from (
        select layer as value, layer as label, count(*)::integer as count from found group by layer
        order by count desc, layer) x) as layer,
      (select coalesce(json_agg(x), '[]') from (
        select kind as value, kind as label, count(*)::integer as count from found group by kind
        order by count desc, kind) x) as kind,
      (select coalesce(json_agg(x), '[]') from (
        select u.key as value, min(u.tag) as label, count(*)::integer as count
        from found f, unnest(f.tag_keys, f.tags) as u(key, tag) where u.key is not null
        group by u.key order by count desc, u.key limit 20) x) as tag,
      (select coalesce(json_agg(x), '[]') from (
        select handle as value, min(name) as label, count(*)::integer as count from found
        where name <> '' group by handle order by count desc, handle limit 20) x) as by,
      (select coalesce(json_agg(x), '[]') from (
        select slug as value, min(abbreviation) as label, count(*)::integer as count from found
        group by slug order by count desc, slug limit 20) x) as work`,
};

/** The notes of a page; $3 layers, $4 ids. What is no longer seen is left out. */
export const hitNotes: Statement = {
  name: 'search-hits',
  text: `
    select a.id, t.id as thread, w.slug as work, t.from_uid, t.to_uid, l.kind as layer, a.kind, a.tags,
      ${author.id} as author_id, ${author.name} as author_name, ${author.handle} as author_handle,
      ${iso('a.created_at')} as created, r.body
    from unnest($4::uuid[]) with ordinality as o(id, n)
    join annotation a on a.id = o.id
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id
    ${joinAuthor()}
    join work w on w.id = t.work_id
    join revision r on r.annotation_id = a.id and r.number = a.version
    where t.layer_id = any($3::integer[]) and a.state in ('published', 'hidden')
      and ${readsBodySql(reader)}
    order by o.n`,
};

/** Ids of notes that match, newest first after $17; $18 how many. For whoever writes them all out. */
export const listMatching: Statement = {
  name: '',
  text: `
    select s.annotation_id as id ${sources}
    where ${conditions} and s.annotation_id < $17::uuid
    order by s.annotation_id desc limit $18`,
};

/*
 * Clauses whose words match in the newest version of an edition that the reader may see: $1 query,
 * $2 phrases, $3 not, $4 whether somebody is signed in, $5 work, $6 units, $7 layers, $8 how many, $9 works that are not public.
 */
export const findTexts: Statement = {
  name: '',
  text: `
    select w.slug as work, e.id as edition, e.lang, u.path as address, g.reading, u.uid,
      case when e.relation = 'supplement' then json_build_object('signedBy', (
        select n.name from edition_signature n where n.version_id = v.id)) end as supplement,
      coalesce((select sum(y.notes)::integer from tally y
        where y.work_id = u.work_id and y.uid = u.uid and y.layer_id = any($7::integer[])), 0) as notes
    from text_search s
    join edition_version v on v.id = s.version_id
    join edition e on e.id = v.edition_id
    join unit u on u.uid = s.uid and u.status = 'live'
    join work w on w.id = u.work_id
    join segment_text g on g.version_id = s.version_id and g.uid = s.uid
    where s.tokens @@ $1::tsquery
      and not exists (select from unnest($2::text[]) x where position(x in s.folded) = 0)
      and not exists (select from unnest($3::text[]) x where position(x in s.folded) > 0)
      and v.ord = (select max(o.ord) from edition_version o where o.edition_id = e.id)
      and (e.access = 'public' or (e.access = 'signed-in' and $4))
      and ${seesWorkSql('$9::integer[]')}
      and ($5::integer is null or u.work_id = $5)
      and ($6::text[] is null or u.uid = any($6::text[]))
    order by w.slug, u.ord, e.ord
    limit $8`,
};
