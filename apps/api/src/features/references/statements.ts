import type { Statement } from '../../db/client.ts';
import { authorColumns, joinAuthor } from '../../db/author.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { readsBodySql, seesWorkSql } from '../../db/visibility.ts';

const reader = { person: '$1::uuid', roles: '$2::text[]' } as const;
const author = authorColumns(reader.person);
/** Of those alone whose names are told to all who read them. */
const named = `a.state = 'published' and t.layer_id = any($3::integer[]) and not l.hides_names`;

const cardColumns = `
  a.id, w.slug as work, t.from_uid, t.to_uid, l.kind as layer, a.kind, ${author.id} as author_id,
  ${author.name} as author_name, ${author.handle} as author_handle, ${iso('a.created_at')} as created, r.body`;
const cardSources = `
  join thread t on t.id = a.thread_id
  join layer l on l.id = t.layer_id
  join work w on w.id = t.work_id
  ${joinAuthor()}
  join revision r on r.annotation_id = a.id and r.number = a.version`;

/** $3 layers, $4 id. A note without words for this reader is none. */
export const noteCard: Statement = {
  name: 'note-card',
  text: `
    select ${cardColumns} from annotation a ${cardSources}
    where a.id = $4 and t.layer_id = any($3::integer[]) and ${readsBodySql(reader)}`,
};

/** $3 layers, $4 ids, in this order. Of what is not public, one's own alone. */
export const noteCards: Statement = {
  name: 'note-cards',
  text: `
    select ${cardColumns} from unnest($4::uuid[]) with ordinality as o(id, n)
    join annotation a on a.id = o.id ${cardSources}
    where (a.state = 'published'
        or (a.author_id = $1::uuid and a.state in ('held', 'returned', 'refused', 'hidden')))
      and t.layer_id = any($3::integer[]) and ${readsBodySql(reader)}
    order by o.n`,
};

/** No more of a person's notes are counted. */
export const mostCounted = 100;

/**
 * $3 layers, $4 key of the handle. Who has written nothing that the reader sees is nobody to them:
 * indexes person_handle and annotation_author.
 */
export const personCard: Statement = {
  name: 'person-card',
  text: `
    select p.name, p.handle, n.notes
    from person p
    cross join lateral (
      select count(*)::integer as notes from (
        select from annotation a join thread t on t.id = a.thread_id
        join layer l on l.id = t.layer_id
        where a.author_id = p.id and ${named} and ${readsBodySql(reader)}
        order by a.created_at desc, a.id desc limit ${String(mostCounted + 1)}) x
    ) n
    where lower(p.handle) collate "C" = $4 and p.state = 'active' and n.notes > 0`,
};

/**
 * $3 layers, $4 beginning of the key, $5 how many. Index person_handle, in its order; the first two
 * hundred with this beginning are looked at, more letters find the others.
 */
export const peopleNamed: Statement = {
  name: 'people-named',
  text: `
    select p.name, p.handle from (
      select p.id, p.name, p.handle from person p
      where lower(p.handle) collate "C" >= $4 and lower(p.handle) collate "C" < $4 || U&'\\+10FFFF'
        and p.state = 'active'
      order by lower(p.handle) collate "C" limit 200
    ) p
    cross join lateral (
      select from annotation a join thread t on t.id = a.thread_id
      join layer l on l.id = t.layer_id
      where a.author_id = p.id and ${named} and ${readsBodySql(reader)}
      limit 1) x
    order by lower(p.handle) collate "C" limit $5`,
};

/** The newest threads are asked for who writes, and under which tags. */
const newestOf = (inWork: string): string => `
  from unnest($3::integer[]) as i(layer_id)
  cross join lateral (
    select t.id, t.work_id, t.layer_id from thread t where ${inWork} t.layer_id = i.layer_id
    order by t.created_at desc, t.id desc limit 300) t
  join layer l on l.id = t.layer_id
  join annotation a on a.thread_id = t.id
  where a.state = 'published' and ${readsBodySql(reader)}`;

// Index thread_work; without a work thread_newest.
const newestHere = newestOf('t.work_id = $4 and');
const newestAnywhere = newestOf('');

const people = (newest: string, limit: string): string => `
  select p.name, p.handle from (
    select a.author_id, max(a.created_at) as at ${newest} and not l.hides_names group by a.author_id
  ) x join person p on p.id = x.author_id
  where p.state = 'active' order by x.at desc, p.id limit ${limit}`;
const tags = (newest: string, beginning: string, limit: string): string => `
  select min(u.tag) as tag from (select a.tags ${newest}) x, unnest(x.tags) as u(tag)
  where starts_with(lower(u.tag), ${beginning})
  group by lower(u.tag) order by count(*) desc, lower(u.tag) limit ${limit}`;

/** $3 layers, $4 work, $5 how many: who wrote last in it. */
export const peopleHere: Statement = { name: 'people-here', text: people(newestHere, '$5') };
/** $3 layers, $4 how many: who wrote last in any work. */
export const peopleAnywhere: Statement = {
  name: 'people-anywhere',
  text: people(newestAnywhere, '$4'),
};

/** $3 layers, $4 work, $5 beginning of the key, $6 how many: tags in use, the most used first. */
export const tagsHere: Statement = { name: 'tags-here', text: tags(newestHere, '$5', '$6') };
/** $3 layers, $4 beginning of the key, $5 how many: the same in any work. */
export const tagsAnywhere: Statement = {
  name: 'tags-anywhere',
  text: tags(newestAnywhere, '$4', '$5'),
};

/**
 * $1 beginning, $2 how many, $3 works that are not public: what may be read, by its address. Index
 * work_public, as far as it is not all that there is.
 */
export const worksNamed: Statement = {
  name: 'works-named',
  text: `
    select w.slug, w.abbreviation from work w
    where (starts_with(w.slug, lower($1)) or starts_with(lower(w.abbreviation), lower($1)))
      and ${seesWorkSql('$3::integer[]')}
    order by w.slug limit $2`,
};
