import type { CaseAction } from '@glossator/domain';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { keptFrom } from './kept.ts';
import { isBeforeModerators } from './queue-statements.ts';

/** $1 a note that is answered: it, and the one that opened its thread, as `shown`. Index annotation_root. */
export const aroundAnswered = `
    with answered as materialized (
      select a.id, a.thread_id from annotation a
      join thread t on t.id = a.thread_id
      join layer l on l.id = t.layer_id and l.kind = 'public'
      where a.id = $1
    ), shown as (
      select id from answered
      union select r.id from answered x
        join annotation r on r.thread_id = x.thread_id and r.parent_id is null
    )`;

/** Of a note `a` by `p` in the words of a revision `r`, which are told where it stands. */
export const aroundColumns = `
  a.author_id, p.name as author_name, p.handle as author_handle,
  case when a.state = 'published' then r.body else '' end as body,
  case when a.state = 'published' then r.html else '' end as html, r.renderer,
  ${iso('r.written_at')} as written`;

export interface AroundRow extends Record<string, unknown> {
  readonly author_id: string;
  readonly author_name: string;
  readonly author_handle: string;
  /** Empty where the words are not to be read. */
  readonly body: string;
  readonly html: string;
  readonly renderer: number;
  readonly written: string;
}

export const notesAround: Statement = {
  name: 'notes-around-case',
  text: `${aroundAnswered}
    select a.id, a.state, ${aroundColumns}
    from shown s
    join annotation a on a.id = s.id
    join revision r on r.annotation_id = a.id and r.number = a.version
    join person p on p.id = a.author_id
    order by a.created_at`,
};

/** $1 note, $2 revision. The last before it that still has words: primary key of revision. */
export const formerRevision: Statement = {
  name: 'former-revision',
  text: `
    select r.number, r.body from revision r
    join annotation a on a.id = r.annotation_id
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and ${isBeforeModerators}
    where r.annotation_id = $1 and r.number < $2 and r.withdrawn = 'no'
    order by r.number desc limit 1`,
};

export interface DecisionRow extends Record<string, unknown> {
  readonly id: string;
  readonly case_id: string;
  readonly work: string;
  readonly annotation_id: string;
  readonly action: CaseAction;
  readonly reason: string;
  readonly words: string;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_handle: string;
  readonly undone: boolean;
}

const decisionColumns = `
  d.id, d.case_id, w.slug as work, d.annotation_id, d.action, d.reason, d.words, ${iso('d.at')} as at,
  d.actor_id, p.name as actor_name, p.handle as actor_handle, d.undone_at is not null as undone`;

/** $1 note, $2 how many, $3 who asks. Index decision_note. */
export const decisionsOnNote: Statement = {
  name: 'decisions-on-note',
  text: `
    select ${decisionColumns}
    from decision d
    join moderation_case c on c.id = d.case_id
    join work w on w.id = c.work_id
    join person p on p.id = d.actor_id
    where d.annotation_id = $1 and not ${keptFrom('d.id', '$3')}
    order by d.at desc limit $2`,
};

/** $1 author, $2 works, $3 note, $4 how many, $5 who asks. Index decision_author. */
export const decisionsOnOthers: Statement = {
  name: 'decisions-on-others',
  text: `
    select ${decisionColumns}
    from decision d
    join moderation_case c on c.id = d.case_id and c.work_id = any($2::integer[])
    join work w on w.id = c.work_id
    join person p on p.id = d.actor_id
    where d.author_id = $1 and d.annotation_id <> $3 and not ${keptFrom('d.id', '$5')}
    order by d.at desc limit $4`,
};

/** $1 author, $2 works, $3 how many are read, $4 who asks. Indexes decision_author and moderation_case_author. */
export const authorRecord: Statement = {
  name: 'author-record',
  text: `
    select ${iso('p.created_at')} as since, coalesce(a.locale, 'en') as locale, n.*,
      (select count(*)::integer from (select from moderation_case c
        where c.author_id = p.id and c.work_id = any($2::integer[]) and c.state = 'open'
        limit $3) w) as waiting
    from person p
    left join account a on a.person_id = p.id
    cross join lateral (
      select count(*) filter (where d.action in ('approve', 'keep', 'overturn'))::integer as approved,
        count(*) filter (where d.action = 'return')::integer as returned,
        count(*) filter (where d.action = 'refuse')::integer as refused,
        count(*) filter (where d.action = 'hide')::integer as hidden
      from (select d.action from decision d
        join moderation_case c on c.id = d.case_id and c.work_id = any($2::integer[])
        where d.author_id = p.id and d.undone_at is null and not ${keptFrom('d.id', '$4')}
        order by d.at desc limit $3) d
    ) n
    where p.id = $1`,
};
