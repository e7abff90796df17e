import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 commentary. All parts in their order, those removed at the end, without their words. Index commentary_part_order. */
export const partsOf: Statement = {
  name: 'commentary-parts',
  text: `
    select p.id, p.kind, p.label, r.title, p.version, r.words, r.places,
      ${iso('p.changed_at')} as changed, ${iso('p.removed_at')} as removed
    from commentary_part p
    join commentary_revision r on r.part_id = p.id and r.number = p.version
    where p.commentary_id = $1
    order by p.removed_at is not null, p.position, p.id`,
};

/** $1 commentary. How its parts are cited. Index commentary_part_label. */
export const labelsOfCommentary: Statement = {
  name: 'commentary-labels',
  text: `
    select id as part, label from commentary_part
    where commentary_id = $1 and label <> '' and removed_at is null order by label`,
};

/** $1 commentary, $2 and $3 position and id of the last one read, $4 how many. Index commentary_part_order. */
export const proofOf: Statement = {
  name: 'commentary-proof',
  text: `
    select p.id, p.kind, p.label, p.position, r.title, r.body, r.places
    from commentary_part p
    join commentary_revision r on r.part_id = p.id and r.number = p.version
    where p.commentary_id = $1 and p.removed_at is null
      and (p.position, p.id) > ($2::int, $3::uuid)
    order by p.position, p.id
    limit $4`,
};

/** $1 commentary, $2 part: with its newest words. Primary keys. */
export const partOf: Statement = {
  name: 'commentary-part',
  text: `
    select p.id, p.commentary_id as commentary, p.kind, p.label, r.title, r.body, r.places, r.words,
      p.version, ${iso('p.made_at')} as made, ${iso('p.changed_at')} as changed,
      ${iso('p.removed_at')} as removed,
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name,
        'handle', w.handle) end as author
    from commentary_part p
    join commentary_revision r on r.part_id = p.id and r.number = p.version
    left join person w on w.id = r.author_id
    where p.id = $2 and p.commentary_id = $1`,
};

/** $1 commentary, $2 key. Index commentary_part_commentary_id_post_key_key. */
export const partByKey: Statement = {
  name: 'commentary-part-by-key',
  text: `
    select p.id, r.body, r.title from commentary_part p
    join commentary_revision r on r.part_id = p.id and r.number = 1
    where p.commentary_id = $1 and p.post_key = $2`,
};

/** $1 part, $2 number. Primary key. */
export const bodyOf: Statement = {
  name: 'commentary-revision-body',
  text: 'select body from commentary_revision where part_id = $1 and number = $2',
};

/** $1 ids of all that stand, in the order they are to have. Primary key. */
export const setOrder: Statement = {
  name: 'commentary-part-order',
  text: `
    update commentary_part p set position = o.n
    from unnest($1::uuid[]) with ordinality as o(id, n)
    where p.id = o.id and p.position <> o.n`,
};

/** $1 id, $2 commentary, $3 kind, $4 position, $5 key, $6 label, $7 title, $8 body, $9 words, $10 places, $11 author, $12 keys it cites, $13 clauses it refers to. */
export const addPart: Statement = {
  name: 'commentary-part-add',
  text: `
    with made as (
      insert into commentary_part (id, commentary_id, kind, position, post_key, label)
      values ($1, $2, $3, $4, $5, $6) returning id)
    insert into commentary_revision (part_id, number, label, title, body, words, places, author_id, cites, refers)
    select id, 1, $6, $7, $8, $9, $10::jsonb, $11, $12::text[], $13::jsonb from made`,
};

/**
 * $1 part, $2 the version it was written over, $3 label, $4 title, $5 body, $6 words, $7 places (null: as
 * they are), $8 author, $9 the revision that it brings back, $10 keys it cites, $11 clauses it refers to. Nothing where another version stands.
 */
export const savePart: Statement = {
  name: 'commentary-part-save',
  text: `
    with saved as (
      update commentary_part set version = version + 1, label = $3, changed_at = now()
      where id = $1 and version = $2 and removed_at is null returning id, version)
    insert into commentary_revision
      (part_id, number, label, title, body, words, places, author_id, restores, cites, refers)
    select s.id, s.version, $3, $4, $5, $6,
      coalesce($7::jsonb, (select places from commentary_revision where part_id = $1 and number = $2)),
      $8, $9, $10::text[], $11::jsonb
    from saved s returning number`,
};

/** $1 part, $2 whether. */
export const removePart: Statement = {
  name: 'commentary-part-remove',
  text: `
    update commentary_part set changed_at = now(),
      removed_at = case when $2::boolean then coalesce(removed_at, now()) end
    where id = $1`,
};

/** $1 part, $2 the number before which, $3 how many. The newest first. Primary key, read backwards. */
export const revisionsOfPart: Statement = {
  name: 'commentary-revisions',
  text: `
    select r.number, r.label, r.title, r.body, r.places, r.words, r.restores,
      ${iso('r.written_at')} as written,
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name,
        'handle', w.handle) end as author
    from commentary_revision r left join person w on w.id = r.author_id
    where r.part_id = $1 and r.number < $2
    order by r.number desc
    limit $3`,
};

/** $1 part, $2 number. Primary key. */
export const revisionOfPart: Statement = {
  name: 'commentary-revision',
  text: `
    select label, title, body, places, words from commentary_revision
    where part_id = $1 and number = $2`,
};
