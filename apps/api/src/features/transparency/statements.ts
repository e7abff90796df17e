import type { Statement } from '../../db/client.ts';
import { isoInstant } from '../../db/instant.ts';

/** The first moment of a month that is given as its first day. */
const start = (parameter: string): string => `(${parameter}::date)::timestamp at time zone 'UTC'`;
const utcMonth = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM')`;

const ofWork = (column: string, asks: boolean): string =>
  asks ? `and ${column} = $3` : 'and $3::text is null';
const isStanding = 'not exists (select from decision_log u where u.undoes = d.seq)';

/** The present month, and the first one with a decision or a fact. Index decision_log_at, moderation_fact_month. */
export const monthsStatement: Statement = {
  name: 'transparency-months',
  text: `
    select ${utcMonth('now()')} as now,
      coalesce(least(
        (select ${utcMonth('at')} from decision_log order by decision_log.at, seq limit 1),
        (select to_char(min(f.month), 'YYYY-MM') from work w
          cross join lateral (select month from moderation_fact
            where work_id = w.id order by month limit 1) f)),
        ${utcMonth('now()')}) as first`,
};

/**
 * $1 first day, $2 first day after, $3 work, $4 the actions that may be told. What was decided, by
 * month, action and reason, and how much of it was taken back. Index decision_log_at,
 * decision_log_undone.
 */
export const decisionsStatement = (asksWork: boolean): Statement => ({
  name: `transparency-decisions${asksWork ? '-work' : ''}`,
  text: `
    select month, action, reason, count(*) filter (where stands)::integer as standing,
      count(*) filter (where not stands)::integer as "takenBack"
    from (
      select ${utcMonth('d.at')} as month, d.action, d.reason, ${isStanding} as stands
      from decision_log d
      where d.at >= ${start('$1')} and d.at < ${start('$2')} and d.action = any($4::text[])
        ${ofWork('d.work', asksWork)}) x
    group by month, action, reason order by month, action, reason`,
});

/** $1 first day, $2 first day after, $3 work. How long what was decided had waited. Index decision_log_at. */
export const waitsStatement = (asksWork: boolean): Statement => ({
  name: `transparency-waits${asksWork ? '-work' : ''}`,
  text: `
    select count(*)::integer as decided,
      percentile_disc(0.5) within group (order by d.waited)::float8 as median,
      percentile_disc(0.9) within group (order by d.waited)::float8 as ninetieth
    from decision_log d
    where d.at >= ${start('$1')} and d.at < ${start('$2')} and d.waited is not null
      and d.action in ('approve', 'return', 'refuse') and ${isStanding}
      ${ofWork('d.work', asksWork)}`,
});

/** $1 first day, $2 first day after, $3 works. Index moderation_fact_month. */
export const factsStatement: Statement = {
  name: 'transparency-facts',
  text: `
    select what, count(*)::integer as count from moderation_fact
    where work_id = any($3::integer[]) and month >= $1::date and month < $2::date
    group by what`,
};

/**
 * $1 the day the last month was over, $2 works. The notes and edits that waited then, and the days of the
 * oldest. Index moderation_case_queue, moderation_case_ended.
 */
export const waitingStatement: Statement = {
  name: 'transparency-waiting',
  text: `
    select count(*)::integer as open,
      floor(extract(epoch from ${start('$1')} - min(opened_at)) / 86400)::integer as "oldestDays"
    from (
      select opened_at from moderation_case
      where state = 'open' and work_id = any($2::integer[])
        and kind in ('held', 'edit') and opened_at < ${start('$1')}
      union all
      select opened_at from moderation_case
      where ended_at >= ${start('$1')} and work_id = any($2::integer[])
        and kind in ('held', 'edit') and opened_at < ${start('$1')}) c`,
};

/** $1 the first day after. The end of the log then. Index decision_log_at. */
export const headStatement: Statement = {
  name: 'transparency-head',
  text: `
    select seq::float8 as count, hash, ${isoInstant('at')} as at from decision_log
    where decision_log.at < ${start('$1')} order by decision_log.at desc, seq desc limit 1`,
};

export const worksStatement: Statement = {
  name: 'transparency-works',
  // What was withdrawn was decided on while it was public.
  text: `select id, slug, titles from work
    where standing in ('public', 'withdrawn') order by slug`,
};
