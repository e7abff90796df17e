import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 how many. Index moderator_round_due. */
export const morningsDue: Statement = {
  name: 'mornings-due',
  text: `
    select person_id from moderator_round where due_at <= now()
    order by due_at, person_id limit $1`,
};

const onDuty = (moderator: string): string => `
  extract(isodow from local_now(c.time_zone))::smallint = any(${moderator}.weekdays)
  and not exists (
    select from moderator_absence x where x.person_id = c.person_id
      and local_now(c.time_zone)::date between x.first_day and x.last_day)`;

/**
 * $1 person. The row of the person is locked first, as erasure does. Whoever is away, or off duty on
 * this day of theirs, or hears of it hours too late, has no mail: `wanted`.
 */
export const moderatorToMail: Statement = {
  name: 'moderator-to-mail',
  text: `
    select c.email, c.email_key, c.locale,
      c.summary_mail and r.due_at > now() - interval '6 hours' and exists (
        select from moderator m where m.person_id = c.person_id and ${onDuty('m')}) as wanted
    from person p join account c on c.person_id = p.id
    join moderator_round r on r.person_id = p.id
    where p.id = $1 and p.state = 'active'
    for key share of p for no key update of c`,
};

/** $1 person. Nothing where another process was faster. */
export const nextMorning: Statement = {
  name: 'next-morning',
  text: `
    update moderator_round r set due_at = next_morning(c.summary_hour, c.time_zone)
    from account c
    where r.person_id = $1 and c.person_id = r.person_id and r.due_at <= now()
    returning r.person_id`,
};

/** $1 mail. Nobody where they have left, or wish no such mail any more. */
export const summaryReader: Statement = {
  name: 'summary-reader',
  text: `
    select p.id, c.locale, c.time_zone as zone
    from mail m join account c on c.email_key = m.recipient_key and c.summary_mail
    join person p on p.id = c.person_id and p.state = 'active'
    where m.id = $1`,
};

/** More than this many are not counted. */
export const mostCounted = 1_000;

/*
 * $1 person. What waits in the works that they are on duty for; their own notes are others' to decide.
 * Index moderation_case_oldest, the oldest cases of each work.
 */
export const summaryOf: Statement = {
  name: 'summary-of',
  text: `
    select w.slug, w.titles, n.waiting, n.appealed, n.mine, ${iso('n.oldest')} as oldest
    from work w
    cross join lateral (
      select count(*)::integer as waiting,
        (count(*) filter (where x.kind = 'appeal'))::integer as appealed,
        (count(*) filter (where x.claimed_by = $1 and x.claimed_until > now()))::integer as mine,
        min(x.opened_at) as oldest
      from (
        select k.kind, k.claimed_by, k.claimed_until, k.opened_at from moderation_case k
        where k.work_id = w.id and k.state = 'open' and k.author_id <> $1
        order by k.opened_at limit ${String(mostCounted + 1)}) x) n
    where w.standing = 'public' and n.waiting > 0 and exists (
      select from moderator m join account c on c.person_id = m.person_id
      where m.person_id = $1 and (m.work_id = w.id or m.work_id is null) and ${onDuty('m')})
    order by n.oldest, w.slug`,
};

/** $1 works that are overdue. Those of which nobody was told for a day, and now are. */
export const soundAlarm: Statement = {
  name: 'sound-alarm',
  text: `
    insert into moderation_alarm (work_id) select unnest($1::integer[])
    on conflict (work_id) do update set alarmed_at = now()
      where moderation_alarm.alarmed_at <= now() - interval '1 day'
    returning work_id`,
};

/** Administrators, in the order in which their rows are locked. */
export const administratorsToMail: Statement = {
  name: 'administrators-to-mail',
  text: `
    select c.email, c.email_key, c.locale
    from site_role r join person p on p.id = r.person_id and p.state = 'active'
    join account c on c.person_id = p.id
    where r.role = 'administrator'
    order by p.id for key share of p`,
};

/** $1 mail. Nobody where they administer no more. */
export const alarmReader: Statement = {
  name: 'alarm-reader',
  text: `
    select c.locale, c.time_zone as zone
    from mail m join account c on c.email_key = m.recipient_key
    join site_role r on r.person_id = c.person_id and r.role = 'administrator'
    where m.id = $1`,
};
