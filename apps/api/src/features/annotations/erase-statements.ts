import type { Statement } from '../../db/client.ts';

/** $1 person. Threads first, whose notes and places go with them. */
export const dropOwnLayers: readonly Statement[] = [
  {
    name: 'drop-own-threads',
    text: `delete from thread where layer_id in (select id from layer where owner_id = $1)`,
  },
  {
    name: 'drop-own-layers',
    text: `delete from layer where owner_id = $1`,
  },
];

const notes = `select a.id from annotation a where a.author_id = $1 and a.state = any($2::text[])`;

/*
 * $1 person, $2 states that end. Index annotation_author. Notes are locked before tallies, and both
 * in the order of their keys, as everybody who changes one note locks them: no two wait for each other.
 */
export const eraseNotes: readonly Statement[] = [
  {
    name: 'lock-notes-to-erase',
    text: `${notes} order by a.id for update`,
  },
  {
    name: 'lock-tallies-to-erase',
    text: `select 1 from tally t
      where (t.work_id, t.layer_id, t.uid) in (
        select p.work_id, p.layer_id, p.uid from thread_place p
        where p.thread_id in (
          select a.thread_id from annotation a where a.author_id = $1 and a.state = any($2::text[])))
      order by t.work_id, t.layer_id, t.uid, t.kind for update of t`,
  },
  {
    name: 'drop-revisions',
    text: `delete from revision where annotation_id in (${notes})`,
  },
  {
    name: 'erase-notes',
    text: `
      with before as (
        select a.id, a.state from annotation a
        where a.author_id = $1 and a.state = any($2::text[])
      ), erased as (
        update annotation a set state = 'erased', tags = '{}', changed_at = now()
        from before where a.id = before.id
      )
      insert into annotation_event (annotation_id, actor_id, action, before, after)
      select id, $1, 'erase', state, 'erased' from before order by id`,
  },
];

/**
 * $1 person. What moderators said of their notes. Index annotation_author, then
 * annotation_event_annotation.
 */
export const dropReasons: Statement = {
  name: 'drop-reasons',
  text: `update annotation_event e set reason = ''
    from annotation a where a.author_id = $1 and e.annotation_id = a.id and e.reason <> ''`,
};

/** $1 person, who is called by nobody any more. Index mention_person. */
export const dropMentions: Statement = {
  name: 'drop-mentions',
  text: 'delete from mention where person_id = $1',
};

/**
 * $1 person. What their programs said beside the words of notes: it may tell who somebody was. Index
 * annotation_author, then the primary key of web_annotation.
 */
export const dropSaid: Statement = {
  name: 'drop-said',
  text: `delete from web_annotation where annotation_id in (
    select a.id from annotation a where a.author_id = $1)`,
};

/** $1 person. Indexes annotation_author and annotation_event_actor. */
export const countStatement: Statement = {
  name: 'count-writing',
  text: `
    select count(*)::integer as notes,
      count(*) filter (where l.kind = 'notebook')::integer as "notebookNotes",
      coalesce(sum((select count(*) from revision r where r.annotation_id = a.id)), 0)::integer
        as revisions,
      (select count(*)::integer from annotation_event e where e.actor_id = $1) as decisions
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id
    where a.author_id = $1 and a.state <> 'erased'`,
};
