import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 person. Index moderator_once. */
export const ownDuties: Statement = {
  name: 'own-duties',
  text: `
    select w.slug as work, m.weekdays from moderator m left join work w on w.id = m.work_id
    where m.person_id = $1 order by w.slug nulls first`,
};

const day = (column: string): string => `to_char(${column}, 'YYYY-MM-DD')`;

/** $1 person. Those that have not ended. Index moderator_absence_person. */
export const ownAbsences: Statement = {
  name: 'own-absences',
  text: `
    select a.id, ${day('a.first_day')} as "from", ${day('a.last_day')} as "to"
    from account c join moderator_absence a on a.person_id = c.person_id
      and a.last_day >= local_now(c.time_zone)::date
    where c.person_id = $1 order by a.first_day, a.id`,
};

/** $1 person. */
export const summarySettings: Statement = {
  name: 'summary-settings',
  text: `select summary_mail as mails, summary_hour as hour, time_zone as zone
    from account where person_id = $1`,
};

/** $1 works. Index moderator_work, twice: those of the work and those of all. */
export const dutiesOfWorks: Statement = {
  name: 'duties-of-works',
  text: `
    select w.slug as work, p.name, p.handle, x.weekdays, ${day('b.until')} as "absentUntil",
      b.until is null
        and extract(isodow from local_now(c.time_zone))::smallint = any(x.weekdays) as "onDuty"
    from unnest($1::integer[]) as k(id)
    join work w on w.id = k.id
    cross join lateral (
      select o.person_id, array_agg(distinct d order by d) filter (where d is not null) as weekdays
      from (
        select person_id, weekdays from moderator where work_id = k.id
        union all select person_id, weekdays from moderator where work_id is null
      ) o left join lateral unnest(o.weekdays) as d on true
      group by o.person_id) m
    cross join lateral (select coalesce(m.weekdays, '{}') as weekdays) x
    join person p on p.id = m.person_id
    join account c on c.person_id = p.id
    cross join lateral (
      select max(a.last_day) as until from moderator_absence a
      where a.person_id = p.id and a.last_day >= local_now(c.time_zone)::date
        and a.first_day <= local_now(c.time_zone)::date) b
    order by w.slug, lower(p.handle) collate "C"`,
};

/** $1 person, $2 slug or null, $3 days. Nothing where the person is not appointed to that. */
export const changeDuty: Statement = {
  name: 'change-duty',
  text: `
    update moderator set weekdays = array(select distinct unnest($3::smallint[]) order by 1)
    where person_id = $1
      and work_id is not distinct from (select id from work where slug = $2)
      and ($2::text is null or exists (select from work where slug = $2))
    returning person_id`,
};

/** $1 id, $2 person, $3 and $4 days, $5 how many at most. Nothing where it is over, or there are too many. */
export const insertAbsence: Statement = {
  name: 'insert-absence',
  text: `
    insert into moderator_absence (id, person_id, first_day, last_day)
    select $1::uuid, c.person_id, $3::date, $4::date from account c
    where c.person_id = $2 and $4::date >= local_now(c.time_zone)::date
      and exists (select from moderator m where m.person_id = $2)
      and (select count(*) from moderator_absence a where a.person_id = $2) < $5::integer
    returning id`,
};

/** $1 person. Those over for long are nobody's any more. */
export const dropOldAbsences: Statement = {
  name: 'drop-old-absences',
  text: `delete from moderator_absence
    where person_id = $1 and last_day < current_date - 2`,
};

/** $1 id, $2 person. */
export const deleteAbsence: Statement = {
  name: 'delete-absence',
  text: 'delete from moderator_absence where id = $1 and person_id = $2 returning id',
};

/** $1 person, $2 whether, $3 hour, $4 zone. The next morning is another one. */
export const changeSummary: Statement = {
  name: 'change-summary',
  text: `
    with chosen as (
      update account set summary_mail = $2, summary_hour = $3, time_zone = $4
      where person_id = $1)
    update moderator_round set due_at = next_morning($3::smallint, $4::text) where person_id = $1`,
};

export const alarmDays: Statement = {
  name: 'alarm-days',
  text: 'select alarm_days as days from site',
};
/** $1 days. */
export const changeAlarmDays: Statement = {
  name: 'change-alarm-days',
  text: 'update site set alarm_days = $1, changed_at = now()',
};

/** $1 works or null for all. Index moderation_case_oldest, one row for each work. */
export const overdueWorks: Statement = {
  name: 'overdue-works',
  text: `
    select w.id, w.slug as work, w.titles, ${iso('o.opened_at')} as since
    from site s cross join work w
    cross join lateral (
      select c.opened_at from moderation_case c
      where c.work_id = w.id and c.state = 'open' order by c.opened_at limit 1) o
    where w.standing = 'public' and ($1::integer[] is null or w.id = any($1))
      and o.opened_at < now() - make_interval(days => s.alarm_days)
    order by o.opened_at`,
};
