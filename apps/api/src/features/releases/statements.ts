import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 id, $2 commentary, $3 major, $4 minor, $5 document, $6 its digest, $7 all of it but its parts, $8 when, $9 by whom. */
export const addRelease: Statement = {
  name: 'release-add',
  text: `
    insert into commentary_release (id, commentary_id, major, minor, document, sha256, front, released_at,
      released_by)
    values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)`,
};

/** $1 release, $2 the parts of its document, $3 where each was first published. */
export const addParts: Statement = {
  name: 'release-parts-add',
  text: `
    insert into release_part (release_id, n, kind, label, title, words, places, body, born)
    select $1, e.n, r.kind, r.label, r.title, r.words, r.places, r.body, ($3::text[])[e.n::integer]
    from json_array_elements($2::json) with ordinality as e(row, n)
    cross join lateral json_to_record(e.row)
      as r(kind text, label text, title text, words integer, places jsonb, body text)`,
};

/** $1 release, $2 work, $3 units, $4 the numbers of the parts that stand there. */
export const addPlaces: Statement = {
  name: 'release-places-add',
  text: `
    insert into release_place (release_id, work_id, uid, n)
    select $1, $2, p.uid, p.n from unnest($3::text[], $4::integer[]) as p(uid, n)`,
};

const releaseColumns = `
  r.id, c.slug, w.slug as work, r.major, r.minor, r.front, r.sha256,
  ${iso('r.released_at')} as released, ${iso('r.retracted_at')} as retracted, r.retraction,
  ${iso('r.withdrawn_at')} as withdrawn, r.withdrawal`;
const joined = `
  from commentary c join work w on w.id = c.work_id join commentary_release r on r.commentary_id = c.id`;

/** $1 slug, $2 major, $3 minor. Indexes commentary_slug_key, commentary_release_commentary_id_major_minor_key. */
export const releaseOf: Statement = {
  name: 'release',
  text: `select ${releaseColumns} ${joined} where c.slug = $1 and r.major = $2 and r.minor = $3`,
};

/** $1 slug. The newest that is read and was not retracted; where all were, the newest. */
export const newestRelease: Statement = {
  name: 'release-newest',
  text: `
    select ${releaseColumns} ${joined} where c.slug = $1
    order by r.withdrawn_at is not null, r.retracted_at is not null, r.major desc, r.minor desc limit 1`,
};

/** $1 release. Primary key. */
export const documentOf: Statement = {
  name: 'release-document',
  text: 'select document from commentary_release where id = $1',
};

/** $1 slug. The newest first. */
export const releasesOf: Statement = {
  name: 'releases',
  text: `
    select r.major, r.minor, ${iso('r.released_at')} as released,
      ${iso('r.retracted_at')} as retracted, ${iso('r.withdrawn_at')} as withdrawn,
      case when r.withdrawn_at is null then r.front ->> 'change' else '' end as change
    from commentary c join commentary_release r on r.commentary_id = c.id
    where c.slug = $1 order by r.major desc, r.minor desc`,
};

/** $1 release. Without their words. Primary key. */
export const partsOfRelease: Statement = {
  name: 'release-parts',
  text: `
    select n, kind, label, title, words, places from release_part
    where release_id = $1 order by n`,
};

/** $1 release. What is compared of its parts, with a mark in the place of their words. Primary key. */
export const partsToCompare: Statement = {
  name: 'release-parts-compare',
  text: `
    select n, kind, label, title, words, places, encode(sha256(convert_to(body, 'UTF8')), 'hex') as body
    from release_part where release_id = $1 order by n`,
};

/**
 * $1 commentary, $2 major, $3 minor. Each part of the releases before, as it was last, with a mark in the
 * place of its words. Index commentary_release_commentary_id_major_minor_key, then the primary key.
 */
export const partsBefore: Statement = {
  name: 'release-parts-before',
  text: `
    select * from (
      select distinct on (p.born) p.born, p.n, p.kind, p.label, p.title, p.places,
        encode(sha256(convert_to(p.body, 'UTF8')), 'hex') as body
      from commentary_release r join release_part p on p.release_id = r.id
      where r.commentary_id = $1 and (r.major, r.minor) < ($2, $3)
      order by p.born, r.major desc, r.minor desc
    ) last order by n, born`,
};

/** $1 release, $2 numbers of parts. Primary key. */
export const bodiesOf: Statement = {
  name: 'release-bodies',
  text: 'select n, body from release_part where release_id = $1 and n = any($2::integer[])',
};

/** $1 release, $2 after which number, $3 how many. Primary key. */
export const readParts: Statement = {
  name: 'release-parts-read',
  text: `
    select n, kind, label, title, words, places, body from release_part
    where release_id = $1 and n > $2 order by n limit $3`,
};

/** $1 release, $2 label. Index release_part_label. */
export const partByLabel: Statement = {
  name: 'release-part-by-label',
  text: `
    select n, kind, label, title, words, places, body from release_part
    where release_id = $1 and label = $2 and label <> ''`,
};

/** $1 release, $2 number. Primary key. */
export const partByNumber: Statement = {
  name: 'release-part-by-number',
  text: `
    select n, kind, label, title, words, places, body from release_part
    where release_id = $1 and n = $2`,
};

/** $1 release, $2 number: what stands before and behind it. Primary key. */
export const partsBeside: Statement = {
  name: 'release-parts-beside',
  text: `
    select n, kind, label, title from release_part
    where release_id = $1 and n in ($2::integer - 1, $2::integer + 1)`,
};

/** $1 release. Labels in it. Index release_part_label. */
export const labelsOf: Statement = {
  name: 'release-labels',
  text: `select label from release_part where release_id = $1 and label <> ''`,
};

/** The newest of its commentary that was not retracted: what the text shows. */
const isCurrent = `r.retracted_at is null and r.withdrawn_at is null and not exists (
  select from commentary_release x
  where x.commentary_id = r.commentary_id and x.retracted_at is null and x.withdrawn_at is null
    and (x.major, x.minor) > (r.major, r.minor))`;

const publishedColumns = `
  c.slug, r.major, r.minor, ${iso('r.released_at')} as released,
  r.front -> 'work' as work, r.front -> 'titles' as titles, r.front ->> 'language' as language,
  r.front -> 'contributors' as contributors, r.front -> 'statement' as statement,
  (select count(*)::integer from release_part p where p.release_id = r.id and p.kind = 'entry') as entries
  from commentary c join commentary_release r on r.commentary_id = c.id`;

/** $1 work. Those of which something is to be read. Index commentary_work. */
export const commentariesOn: Statement = {
  name: 'releases-on-work',
  text: `
    select ${publishedColumns}
    where c.work_id = $1 and ${isCurrent}
    order by c.slug`,
};

/** $1 the slug after which, $2 how many. Index commentary_slug_key. */
export const publishedCommentaries: Statement = {
  name: 'releases-of-all',
  text: `
    select ${publishedColumns}
    where c.slug > $1 and ${isCurrent}
    order by c.slug limit $2`,
};

/**
 * $1 work, $2 units, $3 and $4 the entry after which (slug, number), $5 how many. Of current releases
 * alone. Primary keys; words are read of those that are shown.
 */
export const entriesAt: Statement = {
  name: 'release-entries-at',
  text: `
    select e.slug, e.major, e.minor, e.release,
      r.front -> 'titles' as titles, r.front ->> 'language' as language, r.front -> 'items' as items, p.n, p.kind, p.label, p.title, p.words, p.places, p.body
    from (
      select distinct c.slug, s.n, r.major, r.minor, r.id as release
      from release_place s
      join commentary_release r on r.id = s.release_id
      join commentary c on c.id = r.commentary_id
      where s.work_id = $1 and s.uid = any($2::text[]) and (c.slug, s.n) > ($3, $4) and ${isCurrent}
      order by c.slug, s.n limit $5
    ) e
    join release_part p on p.release_id = e.release and p.n = e.n
    join commentary_release r on r.id = e.release
    order by e.slug, p.n`,
};
