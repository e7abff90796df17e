import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 works. Works are few; their rules by the unique index of hold_rule, their lists by word_list_work. */
export const heldWorks: Statement = {
  name: 'held-works',
  text: `
    select w.slug as work, w.titles,
      (select r.mode from hold_rule r where r.work_id = w.id and r.from_uid is null) as mode,
      (select count(*)::integer from hold_rule r
        where r.work_id = w.id and r.from_uid is not null) as parts,
      (select count(*)::integer from word_list l where l.work_id = w.id) as lists
    from work w where w.id = any($1::integer[]) order by w.id`,
};

/** $1 work. At most as many as a work may have; by the unique index of hold_rule. */
export const rulesOfWork: Statement = {
  name: 'hold-rules-of-work',
  text: `
    select r.from_uid, r.to_uid, r.mode, r.newcomer_notes as "newcomerNotes",
      r.newcomer_links as "newcomerLinks", r.max_links as "maxLinks", r.max_length as "maxLength",
      r.refusal_percent as "refusalPercent", r.version, ${iso('r.changed_at')} as changed,
      coalesce(p.name, '') as "changedBy"
    from hold_rule r
    left join unit f on f.uid = r.from_uid
    left join person p on p.id = r.changed_by
    where r.work_id = $1
    order by f.ord nulls first, r.id`,
};

/** $1 work, $2 and $3 its first and last unit or null, $4 the version seen. */
export const ruleBefore: Statement = {
  name: 'hold-rule-before',
  text: `
    select mode, newcomer_notes as "newcomerNotes", newcomer_links as "newcomerLinks",
      max_links as "maxLinks", max_length as "maxLength", refusal_percent as "refusalPercent"
    from hold_rule
    where work_id = $1 and from_uid is not distinct from $2 and to_uid is not distinct from $3
      and version = $4 for update`,
};

/*
 * $1 work, $2 and $3 its first and last unit or null, $4 mode, $5 to $9 the numbers, $10 who, $11 the
 * version it was made on, 0 for none, $12 how many parts a work may have. Nothing where another
 * version stands, or there are too many.
 */
export const putRule: Statement = {
  name: 'put-hold-rule',
  text: `
    insert into hold_rule as r (work_id, from_uid, to_uid, mode, newcomer_notes, newcomer_links,
      max_links, max_length, refusal_percent, changed_by)
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
    where case when $11 = 0
      then (select count(*) from hold_rule where work_id = $1) < $12
      else exists (select from hold_rule
        where work_id = $1 and from_uid is not distinct from $2 and to_uid is not distinct from $3) end
    on conflict (work_id, from_uid, to_uid) do update
      set mode = excluded.mode, newcomer_notes = excluded.newcomer_notes,
        newcomer_links = excluded.newcomer_links, max_links = excluded.max_links,
        max_length = excluded.max_length, refusal_percent = excluded.refusal_percent,
        changed_by = excluded.changed_by, changed_at = now(), version = r.version + 1
      where r.version = $11
    returning version`,
};

/** $1 work, $2 and $3 its first and last unit, $4 the version seen. */
export const dropRule: Statement = {
  name: 'drop-hold-rule',
  text: `
    delete from hold_rule
    where work_id = $1 and from_uid = $2 and to_uid = $3 and version = $4 returning id`,
};

const summary = `
  select l.id, w.slug as work, l.work_id, l.name, l.is_told as "isTold",
    l.holds_in_publish as "holdsInPublish", cardinality(l.words) as count, l.version,
    ${iso('l.changed_at')} as changed, coalesce(p.name, '') as "changedBy"`;
const from = `
  from word_list l
  left join work w on w.id = l.work_id
  left join person p on p.id = l.changed_by`;

/** $1 work. Its own lists and those of all works; index word_list_work. */
export const listsOfWork: Statement = {
  name: 'word-lists-of-work',
  text: `${summary} ${from} where l.work_id = $1 or l.work_id is null
    order by l.work_id nulls last, l.name, l.id`,
};

/** $1 list. */
export const listInFull: Statement = {
  name: 'word-list-in-full',
  text: `${summary}, l.words ${from} where l.id = $1`,
};

/** $1 id, $2 work or null, $3 name, $4 words, $5 told, $6 in publish, $7 who, $8 how many there may be. */
export const insertList: Statement = {
  name: 'insert-word-list',
  text: `
    insert into word_list (id, work_id, name, words, is_told, holds_in_publish, changed_by)
    select $1, $2, $3, $4, $5, $6, $7
    where (select count(*) from word_list where work_id is not distinct from $2::integer) < $8
    returning id`,
};

/** $1 id, $2 name, $3 words, $4 told, $5 in publish, $6 who, $7 the version seen. */
export const updateList: Statement = {
  name: 'update-word-list',
  text: `
    update word_list
    set name = $2, words = $3, is_told = $4, holds_in_publish = $5, changed_by = $6,
      changed_at = now(), version = version + 1
    where id = $1 and version = $7 returning id`,
};

/** $1 id, $2 the version seen. */
export const deleteList: Statement = {
  name: 'delete-word-list',
  text: `delete from word_list where id = $1 and version = $2 returning id`,
};
