import { flagsShown } from '@glossator/contract';
import { secondLookRules } from '@glossator/domain';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { aroundAnswered, aroundColumns } from '../moderation/context-statements.ts';
import { isBeforeModerators } from '../moderation/queue-statements.ts';

/** A look `s` at a decision `d` that $n may give now: its time to be taken back is over. */
const mayGive = (who: string): string =>
  `s.looked_at is null and d.due_at <= now() and awaits_look(d.id, ${who})`;

const place = `
  s.id, w.slug as work, c.kind, t.from_uid, t.to_uid`;
const ofCase = `
    join decision d on d.id = s.decision_id
    join moderation_case c on c.id = d.case_id
    join work w on w.id = c.work_id
    join annotation a on a.id = d.annotation_id
    join thread t on t.id = a.thread_id`;

/** $1 works, $2 who asks, $3 how many. A short range of index second_look_waiting for each work. */
export const waitingLooks: Statement = {
  name: 'waiting-second-looks',
  text: `
    select ${place}, ${iso('c.opened_at')} as opened
    from unnest($1::integer[]) as k(work_id)
    cross join lateral (
      select s.* from second_look s join decision d on d.id = s.decision_id
      where s.work_id = k.work_id and s.drawn_at > now() - interval '${String(secondLookRules.days)} days' and ${mayGive('$2')}
      order by s.drawn_at, s.id limit $3) s
    ${ofCase}
    order by s.drawn_at, s.id limit $3`,
};

/** $1 works, $2 who asks, $3 how many. Index second_look_own. */
export const givenLooks: Statement = {
  name: 'given-second-looks',
  text: `
    select ${place}, ${iso('s.looked_at')} as at, d.action = s.action as same_action,
      d.action = s.action and d.reason = s.reason as same_reason
    from second_look s
    ${ofCase}
    where s.looker_id = $2 and s.looked_at is not null and s.work_id = any($1::integer[])
    order by s.looked_at desc limit $3`,
};

/** $1 look, $2 who asks. Primary keys. */
export const lookInFull: Statement = {
  name: 'second-look-in-full',
  text: `
    select ${place}, c.work_id, c.id as case_id, ${iso('c.opened_at')} as opened, c.causes,
      case when t.is_answer then t.about_id else a.parent_id end as answers,
      d.author_id, p.name as author_name, p.handle as author_handle,
      coalesce(q.kind, r.kind) as note_kind, coalesce(q.tags, r.tags) as tags,
      coalesce(q.seen, r.seen) as seen, coalesce(q.body, r.body) as body,
      coalesce(q.html, r.html) as html, coalesce(q.renderer, r.renderer) as renderer,
      ${iso('coalesce(q.written_at, r.written_at)')} as written,
      o.body as stood_body, o.html as stood_html, o.renderer as stood_renderer,
      ${mayGive('$2')} as waits, s.looked_at is not null as given,
      coalesce(s.looker_id = $2, false) as own,
      s.action as own_action, s.reason as own_reason, ${iso('s.looked_at')} as looked,
      d.id as decision, d.action, d.reason, d.words,
      case when c.kind = 'appeal' then (
        select json_build_object('words', y.words, 'since', ${iso('y.at')}, 'due', ${iso('y.due_at')},
          'overdue', y.due_at < d.at,
          'against', json_build_object('action', x.action, 'reason', x.reason, 'words', x.words,
            'at', ${iso('x.at')}))
        from appeal y join decision x on x.id = y.decision_id where y.case_id = c.id) end as appeal
    from second_look s
    ${ofCase}
    join layer l on l.id = t.layer_id
    join person p on p.id = d.author_id
    left join revision r on s.proposal = 0 and r.annotation_id = a.id and r.number = d.revision
      and r.withdrawn = 'no' and ${isBeforeModerators}
    left join proposed_revision q on s.proposal > 0 and q.annotation_id = a.id
      and q.number = s.proposal and q.state in ('returned', 'refused') and ${isBeforeModerators}
    left join revision o on s.stood > 0 and o.annotation_id = a.id and o.number = s.stood
      and o.withdrawn = 'no' and ${isBeforeModerators}
    where s.id = $1`,
};

/** $1 a note that is answered, $2 decision: it and the one that opened its thread, in the words of then. */
export const notesAroundThen: Statement = {
  name: 'notes-around-second-look',
  text: `${aroundAnswered}
    select ${aroundColumns}
    from decision d
    cross join shown s
    join annotation a on a.id = s.id
    join person p on p.id = a.author_id
    join lateral (
      select r.* from revision r
      where r.annotation_id = a.id and (r.number = 1 or r.written_at <= d.at)
      order by r.number desc limit 1) r on true
    where d.id = $2
    order by a.created_at`,
};

/** $1 case, $2 decision. Index flag_case. */
export const flagsThen: Statement = {
  name: 'flags-of-second-look',
  text: `
    select f.person_id, p.name, p.handle, f.reason, f.words, f.clause_from, f.clause_to, f.law,
      f.territory, ${iso('f.at')} as at
    from flag f
    join decision d on d.id = $2 and f.at <= d.at
    join person p on p.id = f.person_id
    where f.case_id = $1
    order by f.reason <> 'unlawful', f.at, f.id limit ${String(flagsShown)}`,
};

/** $1 decision, $2 how many: what was decided before on the same note. Index decision_note. */
export const decisionsBefore: Statement = {
  name: 'decisions-before-second-look',
  text: `
    select o.action, o.reason, o.words, ${iso('o.at')} as at
    from decision d
    join decision o on o.annotation_id = d.annotation_id and o.at < d.at and o.undone_at is null
    where d.id = $1
    order by o.at desc limit $2`,
};

/** $1 look, $2 who, $3 action, $4 reason. Nothing where it waits for them no more. */
export const giveLook: Statement = {
  name: 'give-second-look',
  text: `
    update second_look s set looker_id = $2, action = $3, reason = $4, looked_at = now()
    from decision d
    where s.id = $1 and d.id = s.decision_id and ${mayGive('$2')}
    returning s.id`,
};

/** $1 works, $2 the share of a work that has none of its own. */
export const sharesOfWorks: Statement = {
  name: 'second-look-shares',
  text: `
    select w.slug as work, w.titles, coalesce(s.percent, $2::integer)::integer as percent
    from work w left join second_look_share s on s.work_id = w.id
    where w.id = any($1::integer[]) order by w.id`,
};

/** $1 work, $2 percent, $3 who. */
export const putShare: Statement = {
  name: 'put-second-look-share',
  text: `
    insert into second_look_share (work_id, percent, changed_by) values ($1, $2, $3)
    on conflict (work_id) do update
      set percent = excluded.percent, changed_by = excluded.changed_by, changed_at = now()`,
};
