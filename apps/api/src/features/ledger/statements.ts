import type { Statement } from '../../db/client.ts';
import { isoInstant } from '../../db/instant.ts';

/** Seconds are enough: a finer moment would tell which note it was. */
const moment = isoInstant(`date_trunc('second', d.at)`);

const outcomes = `('return', 'refuse', 'hide', 'warn', 'mute', 'ban', 'uphold', 'overturn')`;

/**
 * What came next of the same note, or about the same person in the same case, of what is appealed
 * against and what ends appeals. Index decision_log_note, decision_log_subject.
 */
const next = `
  left join lateral (
    select x.action from decision_log x
    where x.annotation_id = d.annotation_id and x.seq > d.seq and x.action in ${outcomes}
    order by x.seq limit 1) n on d.annotation_id is not null and d.action in ${outcomes}
  left join lateral (
    select x.action from decision_log x
    where x.subject = d.subject and x.subject <> '' and x.seq > d.seq and x.case_id = d.case_id
      and x.action in ${outcomes}
    order by x.seq limit 1) c on d.annotation_id is null and d.action in ${outcomes}`;

export interface Asked {
  readonly work: boolean;
  readonly action: boolean;
  readonly reason: boolean;
}

/**
 * $1 before this number, $2 how many, $3 the actions that may be told, $4 work, $5 action, $6 reason.
 * A statement for each kind of question: one for all would be planned for none. Newest first by the
 * primary key, or by decision_log_work, decision_log_action, decision_log_reason.
 */
export function entriesStatement({ work, action, reason }: Asked): Statement {
  const name = [work && 'work', action && 'action', reason && 'reason'].filter(Boolean).join('-');
  const asks = (is: boolean, condition: string, unused: string): string =>
    is ? condition : `and ${unused} is null`;
  return {
    name: `ledger-${name}`,
    text: `
      select d.seq::float8 as seq, ${moment} as at, d.action, d.actor_role as role, d.work, d.address,
        d.reason, d.waited::float8 as waited, d.undoes::float8 as undoes,
        (select u.seq::float8 from decision_log u where u.undoes = d.seq) as "undoneBy",
        case when d.action in ('uphold', 'overturn') then null else coalesce(n.action, c.action) end as next
      from (
        select * from decision_log d
        where d.seq < $1::bigint and d.action = any($3::text[])
          ${asks(work, 'and d.work = $4::text', '$4::text')}
          ${asks(action, 'and d.action = $5::text', '$5::text')}
          ${asks(reason, `and d.reason = $6::text and d.reason <> ''`, '$6::text')}
        order by d.seq desc limit $2) d
      ${next}
      order by d.seq desc`,
  };
}

export const headStatement: Statement = {
  name: 'ledger-head',
  text: `select seq::float8 as count, hash, ${isoInstant('at')} as at from decision_log order by decision_log.seq desc limit 1`,
};

export const worksStatement: Statement = {
  name: 'ledger-works',
  // What was withdrawn was decided on while it was public.
  text: `select slug, titles from work
    where standing in ('public', 'withdrawn') order by slug`,
};
