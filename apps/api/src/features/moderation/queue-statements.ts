import { flagsShown } from '@glossator/contract';
import type { Statement } from '../../db/client.ts';
import { aboutPartSql } from '../../db/about-part.ts';
import { aboutTermSql } from '../../db/about-term.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { keptFrom } from './kept.ts';

const wanted = `c.state = 'open'
        and ($2::text[] is null or c.kind = any($2))
        and ($4::text is null
          or ($4 = 'me' and c.claimed_by = $3 and c.claimed_until > now())
          or ($4 = 'nobody' and (c.claimed_until is null or c.claimed_until <= now())))
        and ($5::uuid is null or c.author_id = $5)
        and ($10::text[] is null or exists (
          select from annotation a join thread_place p on p.thread_id = a.thread_id
          where a.id = c.annotation_id and p.uid = any($10)))`;
const beyond = `c.priority <= $6
        and (c.priority < $6 or (c.opened_at, c.id) > ($7::timestamptz, $8::uuid))`;

/*
 * $1 works, $2 kinds or null, $3 who asks, $4 which claims or null, $5 author or null, $6 to $8 the
 * place, $9 how many, $10 units or null. One short range of index moderation_case_queue for each work,
 * and the first of each group by moderation_case_group: of campaigns there are few, however many take
 * part.
 */
export const openCases: Statement = {
  name: 'open-cases',
  text: `
    select c.id, c.priority, ${iso('c.opened_at')} as opened
    from unnest($1::integer[]) as w(id)
    cross join lateral (
      (select c.id, c.priority, c.opened_at from moderation_case c
      where c.work_id = w.id and c.group_key is null and ${wanted}
        and ${beyond}
      order by c.priority desc, c.opened_at, c.id
      limit $9)
      union all
      select c.id, c.priority, c.opened_at
      from case_group g
      cross join lateral (
        select c.id, c.priority, c.opened_at from moderation_case c
        where c.group_key = g.key and ${wanted}
        order by c.priority desc, c.opened_at, c.id limit 1
      ) c
      where g.work_id = w.id and g.is_shared and ${beyond}
    ) c
    order by c.priority desc, c.opened_at, c.id
    limit $9`,
};

/** The same of one group, $11. Index moderation_case_group. */
export const openOfGroup: Statement = {
  name: 'open-of-group',
  text: `
    select c.id, c.priority, ${iso('c.opened_at')} as opened from moderation_case c
    where c.group_key = $11 and c.work_id = any($1::integer[]) and ${wanted} and ${beyond}
    order by c.priority desc, c.opened_at, c.id
    limit $9`,
};

/** $1 works. Index moderation_case_count. */
export const caseCounts: Statement = {
  name: 'case-counts',
  text: `
    select c.kind, count(*)::integer as n, ${iso('min(c.opened_at)')} as oldest
    from moderation_case c
    where c.work_id = any($1::integer[]) and c.state = 'open'
    group by c.kind`,
};

/**
 * A note `a` in a layer `l` that moderators still have before them: what its author has taken back, or
 * into a notebook, is theirs alone again, also where it was decided on before.
 */
export const isBeforeModerators = `(l.kind <> 'notebook' and a.state not in ('deleted', 'erased'))`;

/**
 * $1 cases, $2 who asks. Primary keys, and indexes decision_case, flag_case and moderation_case_group.
 */
export const casesInFull: Statement = {
  name: 'cases-in-full',
  text: `
    select c.id, c.work_id, w.slug as work, c.kind, c.state, c.version, c.priority,
      ${iso('c.opened_at')} as opened, c.causes, c.author_id,
      case when c.claimed_until > now() then c.claimed_by end as claimed_by,
      ${iso('c.claimed_until')} as claimed_until, cp.name as claimer_name, cp.handle as claimer_handle,
      a.id as note, a.thread_id as thread, a.state as note_state, a.version as revision,
      t.from_uid, t.to_uid, case when ${isBeforeModerators} then ${aboutPartSql} end as part,
      case when ${isBeforeModerators} then ${aboutTermSql('$2')} end as term,
      case when t.is_answer then t.about_id else a.parent_id end as answers,
      p.name as author_name, p.handle as author_handle,
      coalesce(q.kind, a.kind) as note_kind,
      case when ${isBeforeModerators} then coalesce(q.tags, a.tags) else '{}' end as tags,
      coalesce(r.body, '') as body, coalesce(r.html, '') as html, r.renderer,
      ${iso('coalesce(q.written_at, r.written_at, a.created_at)')} as written,
      q.number as proposal, q.body as proposed_body, q.html as proposed_html,
      q.renderer as proposed_renderer,
      case when c.kind = 'flagged' then (
        select count(*)::integer from flag f where f.case_id = c.id) end as flag_count,
      case when c.kind = 'flagged' then (
        select json_agg(x order by x.first, x.at, x.id) from (
          select f.id, f.person_id, fp.name, fp.handle, f.reason, f.words, f.clause_from, f.clause_to,
            f.law, f.territory, f.revision, f.state, ${iso('f.at')} as at, f.reason <> 'unlawful' as first
          from flag f join person fp on fp.id = f.person_id
          where f.case_id = c.id order by first, f.at, f.id limit ${String(flagsShown)}) x) end as flags,
      case when c.kind = 'appeal' then (
        select json_build_object('words', y.words, 'since', ${iso('y.at')}, 'due', ${iso('y.due_at')},
          'overdue', c.state = 'open' and y.due_at < now(),
          'against', json_build_object('action', x.action, 'reason', x.reason, 'words', x.words,
            'at', ${iso('x.at')}))
        from appeal y join decision x on x.id = y.decision_id where y.case_id = c.id) end as appeal,
      d.id as decision, coalesce(d.kept, false) as kept, d.action, d.before, d.reason, d.words, ${iso('d.at')} as decided,
      d.actor_id, dp.name as actor_name, dp.handle as actor_handle,
      case when d.due_at > now() and d.told_at is null then ${iso('d.due_at')} end as undo_until,
      c.group_key, case when c.group_key is not null then coalesce(g.size, 0) end as group_size,
      c.kind = 'appeal' and exists (select from decision x
        where x.annotation_id = c.annotation_id and x.actor_id = $2 and x.undone_at is null
          and x.at <= c.opened_at and x.action in ('return', 'refuse', 'hide')) as decided_before
    from unnest($1::uuid[]) with ordinality as k(id, n)
    join moderation_case c on c.id = k.id
    join work w on w.id = c.work_id
    join annotation a on a.id = c.annotation_id
    join thread t on t.id = a.thread_id
    join person p on p.id = a.author_id
    join layer l on l.id = t.layer_id
    left join revision r on r.annotation_id = a.id and r.number = a.version and ${isBeforeModerators}
    left join proposed_revision q on q.annotation_id = a.id and ${isBeforeModerators}
      and (c.kind = 'edit' and q.state = 'held'
        -- An appeal is about the edit that was refused, or about the note where that is kept itself.
        or c.kind = 'appeal' and q.state in ('returned', 'refused') and a.state = 'published')
    left join person cp on cp.id = c.claimed_by
    left join lateral (
      select d.*, ${keptFrom('d.id', '$2')} as kept
      from decision d where d.case_id = c.id and d.undone_at is null
      order by d.at desc limit 1) d on true
    left join person dp on dp.id = d.actor_id
    -- Once for each group, however many of it are asked for.
    left join (
      select o.group_key, count(*)::integer as size from moderation_case o
      where o.state = 'open' and o.group_key in (
        select y.group_key from moderation_case y where y.id = any($1::uuid[]))
      group by o.group_key
    ) g on g.group_key = c.group_key
    order by k.n`,
};

/** $1 case. What is locked, in this order everywhere: the note, then its case. */
export const noteOfCase: Statement = {
  name: 'note-of-case',
  text: `select annotation_id, work_id, author_id from moderation_case where id = $1`,
};
/** $1 people. */
export const lockPeople: Statement = {
  name: 'lock-people-of-case',
  text: `select id from person where id = any($1::uuid[]) order by id for key share`,
};
export const lockNote: Statement = {
  name: 'lock-note-of-case',
  text: `select id from annotation where id = $1 for update`,
};
export const lockCase: Statement = {
  name: 'lock-case',
  text: `
    select extract(epoch from now() - opened_at)::integer as waited from moderation_case where id = $1 for update`,
};

/** $1 case. */
export const endCase: Statement = {
  name: 'end-case',
  text: `
    update moderation_case
    set state = 'decided', ended_at = now(), version = version + 1, claimed_by = null, claimed_until = null
    where id = $1`,
};
export const dropCase: Statement = {
  name: 'drop-case',
  text: `update moderation_case set state = 'closed', version = version + 1 where id = $1 returning id`,
};
export const reopenCase: Statement = {
  name: 'reopen-case',
  text: `
    update moderation_case set state = 'open', ended_at = null, version = version + 1
    where id = $1 and not exists (select from moderation_case o
      where o.annotation_id = moderation_case.annotation_id and o.kind = moderation_case.kind
        and o.state = 'open')
    returning id`,
};

/** $1 case, $2 who, $3 minutes. A claim is taken over only when it has run out; one's own goes on. */
export const claimCase: Statement = {
  name: 'claim-case',
  text: `
    update moderation_case
    set claimed_by = $2, claimed_until = now() + make_interval(mins => $3)
    where id = $1 and state = 'open'
      and (claimed_by is null or claimed_by = $2 or claimed_until <= now())
    returning id`,
};
export const releaseClaim: Statement = {
  name: 'release-claim',
  text: `
    update moderation_case set claimed_by = null, claimed_until = null
    where id = $1 and claimed_by = $2`,
};

export const insertDecision: Statement = {
  name: 'insert-decision',
  text: `
    insert into decision (id, case_id, annotation_id, author_id, actor_id, action, revision, before,
      after, reason, words, batch_id, log_seq)
    select $1, $2, $3, p.id, $5, $6, $7, $8, $9, $10,
      case when p.state = 'active' then $11 else '' end, $12, $13
    from person p where p.id = $4`,
};

/** $1 the person who was told them. Index decision_author. */
export const dropWords: Statement = {
  name: 'drop-words-of-decisions',
  text: `update decision set words = '' where author_id = $1 and words <> ''`,
};

/** $1 decision. */
export const oneDecision: Statement = {
  name: 'one-decision',
  text: `
    select d.case_id, d.annotation_id, d.author_id, d.action, d.revision, d.before, d.after,
      d.log_seq::integer as log_seq, c.work_id
    from decision d
    join moderation_case c on c.id = d.case_id
    where d.id = $1`,
};

/** $1 batch. Index decision_batch. */
export const decisionsOfBatch: Statement = {
  name: 'decisions-of-batch',
  text: `
    select d.id, d.case_id from decision d
    where d.batch_id = $1 and d.undone_at is null order by d.annotation_id`,
};

/** $1 batch: until when it can be taken back. Index decision_batch. */
export const undoUntil: Statement = {
  name: 'undo-until',
  text: `select ${iso('min(due_at)')} as until from decision where batch_id = $1`,
};

/** $1 decision, $2 who. Nothing where it was undone or told meanwhile. */
export const undoDecision: Statement = {
  name: 'undo-decision',
  text: `
    update decision set undone_at = now(), undone_by = $2
    where id = $1 and undone_at is null and told_at is null and due_at > now()
    returning id`,
};
