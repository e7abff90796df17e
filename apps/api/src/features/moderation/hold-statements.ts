import type { Statement } from '../../db/client.ts';

/*
 * $1 person, $2 work, $3 the units a note stands on, $4 what it is found by, $5 the note where one is
 * edited. What the phases of holding ask of an author and a place, in one look: the rules whose part
 * of the work holds one of the units or a container of it; how many notes of the author stand, read
 * up to a hundred (index annotation_standing); what was decided on them lately (index
 * decision_author); whether they have said the same (index annotation_author, read up to 200);
 * which word lists hold there (index word_list_work);
 * and of a note the words that a moderator let through last, else its first.
 */
export const holdFacts: Statement = {
  name: 'hold-facts',
  text: `
    with recursive place as (
      select uid, parent_uid, ord from unit where work_id = $2 and uid = any($3::text[])
      union
      select u.uid, u.parent_uid, u.ord from place p join unit u on u.uid = p.parent_uid
    )
    select
      (select coalesce(json_agg(json_build_object('mode', r.mode, 'newcomerNotes', r.newcomer_notes,
          'newcomerLinks', r.newcomer_links, 'maxLinks', r.max_links, 'maxLength', r.max_length,
          'refusalPercent', r.refusal_percent, 'isForWhole', r.from_uid is null)), '[]')
        from hold_rule r
        left join unit f on f.uid = r.from_uid left join unit t on t.uid = r.to_uid
        where r.work_id = $2 and (r.from_uid is null
          or exists (select from place p where p.ord between f.ord and t.ord))) as rules,
      (select coalesce(json_agg(json_build_object('id', w.id, 'version', w.version)), '[]')
        from word_list w where w.work_id = $2 or w.work_id is null) as lists,
      (select count(*)::integer from (
        select from annotation a join public_note n on n.annotation_id = a.id
        where a.author_id = $1 and a.state = 'published' limit 100) x) as approved,
      exists (select from always_held h
        where h.person_id = $1 and (h.work_id is null or h.work_id = $2)) as always_held,
      d.decided, d.refused,
      exists (select from (
          select a.id from annotation a where a.author_id = $1 and a.created_at > now() - interval '1 day'
          order by a.created_at desc, a.id desc limit 200) a
        join annotation o on o.id = a.id join thread t on t.id = o.thread_id
        -- What was said in a class is nothing that moderators are told of.
        join layer l on l.id = t.layer_id and l.kind in ('public', 'waiting')
        -- By its key: the index of parts of words would be asked for each part of a long note.
        cross join lateral (
          select s.folded from note_search s where s.annotation_id = a.id offset 0) s
        where s.folded = $4 and a.id is distinct from $5::uuid) as said_before,
      (select r.body from revision r where r.annotation_id = $5::uuid and r.number = coalesce((
        select max(x.revision) from decision x where x.annotation_id = $5::uuid
          and x.action in ('approve', 'overturn') and x.undone_at is null), 1)) as approved_body
    from (
      select count(*)::integer as decided,
        count(*) filter (where x.action in ('return', 'refuse', 'hide')
          -- What was found to be wrong afterwards is nothing to hold against anybody. Index decision_note.
          and not exists (select from decision y
            where y.annotation_id = x.annotation_id and y.at > x.at and y.undone_at is null
              and y.action in ('overturn', 'unhide')))::integer as refused
      from decision x
      where x.author_id = $1 and x.at > now() - interval '30 days' and x.undone_at is null
        and x.action in ('approve', 'return', 'refuse', 'hide')
    ) d`,
};
