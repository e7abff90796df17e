import { appealRules, restoreWindowMinutes } from '@glossator/domain';
import { aboutPartSql } from '../../db/about-part.ts';
import { aboutTermSql } from '../../db/about-term.ts';
import { authorColumns, joinAuthor } from '../../db/author.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { readsAsSql, readsBodySql, type ActorParameters } from '../../db/visibility.ts';

/* What a row of a note is made of, as far as its reader may see: $1 and $2 are the reader. */

interface ReaderParameters extends ActorParameters {
  /** Ids of the layers the reader sees. */
  readonly layers: string;
}

/*
 * What moderators have to do with a note, for its author alone: why it waits and how long others
 * waited, the last decision, and the edit that waits beside it. By primary keys, moderation_case_note,
 * moderation_case_waits and decision_note.
 */
const reviewColumn = ({ person }: ReaderParameters): string => `
  case when a.author_id = ${person} and (a.state in ('held', 'returned', 'refused', 'hidden')
      or exists (select from proposed_revision q where q.annotation_id = a.id)) then (
    select json_build_object(
      'causes', coalesce(c.causes, '[]'), 'kind', c.kind, 'since', ${iso('c.opened_at')},
      'medianMinutes', case when c.id is not null then (
        select ceil(percentile_cont(0.5) within group (
          order by extract(epoch from x.ended_at - x.opened_at)) / 60)::integer
        from (select m.opened_at, m.ended_at from moderation_case m
          where m.work_id = t.work_id and m.state = 'decided' and m.kind in ('held', 'edit')
          order by m.ended_at desc limit 50) x) end,
      'answers', case when t.is_answer then t.about_id end,
      'decision', (
        select json_build_object('id', d.id, 'action', d.action, 'reason', d.reason, 'words', d.words,
          'at', ${iso('d.at')})
        from decision d where d.annotation_id = a.id and d.undone_at is null
        order by d.at desc limit 1),
      'appealable', case when p.decision_id is null and d.is_open
        then json_build_object('decision', d.id, 'until', ${iso('d.until')}) end,
      'appeal', case when p.decision_id is not null then json_build_object(
        'words', p.words, 'since', ${iso('p.at')}, 'due', ${iso('p.due_at')},
        'overdue', k.state = 'open' and p.due_at < now(),
        'alone', k.state = 'open' and not has_other_judge(a.id),
        'state', case k.state when 'decided' then coalesce((
            select case y.action when 'overturn' then 'overturned' else 'upheld' end
            from decision y where y.case_id = k.id and y.undone_at is null
            order by y.at desc limit 1), 'open') else k.state end) end,
      'proposal', (
        select json_build_object('number', q.number, 'over', q.over, 'state', q.state, 'body', q.body,
          'html', q.html, 'kind', q.kind, 'tags', q.tags, 'written', ${iso('q.written_at')})
        from proposed_revision q where q.annotation_id = a.id))
    from (select 1) one left join lateral (
      select m.id, m.causes, m.kind, m.opened_at from moderation_case m
      where m.annotation_id = a.id and m.state = 'open' and m.kind in ('held', 'edit')
      order by m.opened_at desc limit 1) c on true
    left join lateral (
      select d.id, d.at + interval '${String(appealRules.months)} months' as until,
        d.at > now() - interval '${String(appealRules.months)} months'
          and d.action in ('return', 'refuse', 'hide')
          and (a.state in ('returned', 'refused', 'hidden')
            or exists (select from proposed_revision q
              where q.annotation_id = a.id and q.state in ('returned', 'refused'))) as is_open
      from decision d
      where d.annotation_id = a.id and d.undone_at is null and d.action not in ('keep', 'uphold')
      order by d.at desc limit 1) d on true
    left join appeal p on p.decision_id = d.id
    left join moderation_case k on k.id = p.case_id) end as review`;

const annotationColumns = (actor: ReaderParameters): string => `
  a.id, a.thread_id, a.parent_id, a.state, a.version, a.author_id,
  ${authorColumns(actor.person).id} as shown_id, ${authorColumns(actor.person).name} as author_name,
  ${authorColumns(actor.person).handle} as author_handle, a.kind, a.tags,
  case when a.copied_from is not null and exists (
    select from annotation s join thread st on st.id = s.thread_id
    join layer sl on sl.id = st.layer_id
    where s.id = a.copied_from and st.layer_id = any(${actor.layers})
      -- Where names are hidden, the copy under one's name would tell whose pseudonym it is.
      and (not sl.hides_names or a.author_id = ${actor.person})) then a.copied_from end
    as copied_from,
  ${iso('a.created_at')} as created, ${iso('a.changed_at')} as changed,
  a.changed_at > now() - interval '${String(restoreWindowMinutes)} minutes' as recent,
  coalesce(${readsBodySql(actor)}, false) as readable,
  case when ${readsBodySql(actor)} then r.body end as body,
  case when ${readsBodySql(actor)} then r.html end as html,
  r.renderer, coalesce(r.seen, array[]::text[]) as seen,
  case when a.state = 'hidden' and ${readsBodySql(actor)} then (
    select e.reason from annotation_event e
    where e.annotation_id = a.id and e.action = 'hide' order by e.id desc limit 1) end as reason,
  case when a.state = 'hidden' then (
    select coalesce(nullif(e.reason_code, ''), 'other') from annotation_event e
    where e.annotation_id = a.id and e.action = 'hide' order by e.id desc limit 1) end as reason_class,
  case when l.kind = 'public' and a.state = 'published' then a.useful else 0 end as useful,
  ${actor.person} is not null and exists (
    select from useful_mark m where m.annotation_id = a.id and m.person_id = ${actor.person}) as marked,
  case when a.author_id = ${actor.person} or cardinality(${actor.roles}) > 0 then exists (
    select from decision d where d.annotation_id = a.id
      and (a.author_id is distinct from ${actor.person} or d.undone_at is null and d.action <> 'keep'))
    else false end as decided,
  ${reviewColumn(actor)}`;

// What a target says beyond its clause, on the root alone. Words of an edition that the reader may not
// see stay out; a digest without its words says nothing.
const targetColumns = (actor: ReaderParameters): string => `
  t.entry_edition, t.entry_number,
  case when a.parent_id is null and t.author_id = ${actor.person} then exists (
    select from annotation o where o.thread_id = t.id and o.author_id <> t.author_id) else true end
    as others_wrote,
  case when a.parent_id is null and t.about_id is not null and exists (
    select from annotation o join thread ot on ot.id = o.thread_id
    where o.id = t.about_id and ot.layer_id = any(${actor.layers})) then t.about_id end as about_id,
  case when a.parent_id is null then ${aboutPartSql} end as part,
  case when a.parent_id is null then ${aboutTermSql(actor.person)} end as term,
  case when a.parent_id is null and t.target_kind in ('range', 'hinge') then (
    select json_agg(json_build_object(
      'edition', e.id, 'version', v.version, 'uid', c.uid, 'start', c.start_at, 'end', c.end_at,
      'exact', case when open.it then c.exact else '' end,
      'prefix', case when open.it then c.prefix else '' end,
      'suffix', case when open.it then c.suffix else '' end,
      'sha256', case when open.it then s.sha256 end) order by c.n)
    from thread_locus c
    join segment_text s on s.version_id = c.version_id and s.uid = c.uid
    join edition_version v on v.id = c.version_id
    join edition e on e.id = v.edition_id
    cross join lateral (select w.standing <> 'withdrawn' and (e.access = 'public'
      or (e.access = 'signed-in' and ${actor.person} is not null)) as it) open
    where c.thread_id = t.id) end as loci`;

/*
 * What the newest version that touched a thread made of it, one for each edition; told on the root
 * alone. Primary key of thread_fate.
 */
const fatesColumn = `
  case when a.parent_id is null then (
    select json_agg(json_build_object('edition', x.edition, 'version', x.version, 'base', x.base,
      'address', x.address, 'outcome', x.outcome, 'reason', x.reason, 'answer', x.answer)
      order by x.edition)
    from (
      select distinct on (v.edition_id) v.edition_id as edition, v.version, b.version as base,
        f.outcome, f.reason, f.answer,
        case when f.from_uid = f.to_uid then fu.path else fu.path || '-' || tu.path end as address
      from thread_fate f
      join edition_version v on v.id = f.version_id
      join edition_version b on b.id = f.base_id
      join unit fu on fu.uid = f.from_uid
      join unit tu on tu.uid = f.to_uid
      where f.thread_id = t.id
      order by v.edition_id, v.ord desc
    ) x where x.outcome <> 'carried') end as fates`;

const threadColumns = ({ person }: ReaderParameters): string => `
  t.id as thread, w.slug as work, t.work_id, t.layer_id, l.kind as layer, l.owner_id,
  l.assignment_id as assignment, l.hides_names,
  case when l.class_id is not null then ${readsAsSql({ person })} end as as_reader,
  t.target_kind, t.from_uid, t.to_uid, t.author_id as thread_author_id, t.resolution,
  ${iso('t.created_at')} as thread_created`;

// What the columns above are read from, around a thread `t` and a note `a`.
export const joinSurroundings = 'join layer l on l.id = t.layer_id join work w on w.id = t.work_id';
export const joinWords = `${joinAuthor()}
  left join revision r on r.annotation_id = a.id and r.number = a.version`;

const reader = { person: '$1::uuid', roles: '$2::text[]' } as const;
export const readerOf = (layers: string): ReaderParameters => ({ ...reader, layers });
export const columns = (actor: ReaderParameters): string =>
  [threadColumns(actor), targetColumns(actor), fatesColumn, annotationColumns(actor)].join(', ');
