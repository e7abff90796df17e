import type { Statement } from '../../db/client.ts';

/** $1 commentary. The release it was begun from. Primary keys. */
export const originOf: Statement = {
  name: 'commentary-origin',
  text: `
    select r.sha256, r.front,
      r.retracted_at is not null or r.withdrawn_at is not null as "isTakenDown"
    from commentary_origin o join commentary_release r on r.id = o.release_id
    where o.commentary_id = $1`,
};

/** $1 slug, $2 person: which commentary it is, and whether they write it. Indexes commentary_slug_key, primary key. */
export const writesSource: Statement = {
  name: 'commentary-copy-source',
  text: `
    select c.id, exists (select from commentary_author a
      where a.commentary_id = c.id and a.person_id = $2 and a.state = 'active') as "isAuthor"
    from commentary c where c.slug = $1`,
};

/** $1 slug. Held until the transaction ends: nothing of it is taken down meanwhile. Index commentary_slug_key. */
export const holdSource: Statement = {
  name: 'commentary-copy-hold',
  text: 'select id from commentary where slug = $1 for share',
};

/** $1 release. Primary key. */
export const countParts: Statement = {
  name: 'commentary-copy-count',
  text: 'select count(*)::integer as parts from release_part where release_id = $1',
};

/** $1 key, $2 person: the copy that this form has made. Index commentary_origin_post_key_key. */
export const copyByKey: Statement = {
  name: 'commentary-copy-by-key',
  text: `
    select c.id, c.slug, o.release_id as release,
      exists (select from commentary_author a
        where a.commentary_id = c.id and a.person_id = $2) as "isOwn"
    from commentary_origin o join commentary c on c.id = o.commentary_id
    where o.post_key = $1`,
};

/** $1 commentary, $2 release, $3 key. */
export const addOrigin: Statement = {
  name: 'commentary-origin-add',
  text: 'insert into commentary_origin (commentary_id, release_id, post_key) values ($1, $2, $3)',
};

/** $1 commentary, $2 subtitle, $3 abstract, $4 licence. */
export const copyFront: Statement = {
  name: 'commentary-copy-front',
  text: 'update commentary set subtitle = $2, abstract = $3, licence = $4 where id = $1',
};

/** $1 release. Primary key. */
export const placesToCopy: Statement = {
  name: 'commentary-copy-places',
  text: 'select n, places from release_part where release_id = $1 order by n',
};

/** $1 release. Primary key. */
export const wordsToCopy: Statement = {
  name: 'commentary-copy-words',
  text: 'select n, body from release_part where release_id = $1',
};

/**
 * $1 commentary, $2 release, $3 who begins it, $4 an object for each part: its number in the release, the id it
 * gets, its places, the keys of the works that it cites and the clauses it refers to. Words go from table to table.
 */
export const copyParts: Statement = {
  name: 'commentary-copy-parts',
  text: `
    with asked as (
      select r.n, r.id, r.places, r.cites, r.refers from json_array_elements($4::json) as e(row)
      cross join lateral json_to_record(e.row) as r(n integer, id uuid, places jsonb, cites text[], refers jsonb)
    ), made as (
      insert into commentary_part (id, commentary_id, kind, position, post_key, label)
      select a.id, $1, p.kind, p.n, gen_random_uuid(), p.label
      from asked a join release_part p on p.release_id = $2 and p.n = a.n)
    insert into commentary_revision (part_id, number, label, title, body, words, places, cites, refers, author_id)
    select a.id, 1, p.label, p.title, p.body, p.words, a.places, a.cites, a.refers, $3
    from asked a join release_part p on p.release_id = $2 and p.n = a.n`,
};
