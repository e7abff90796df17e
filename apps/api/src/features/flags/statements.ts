import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 person. One at a time, so that the count of a day is true. */
export const lockFlagger: Statement = {
  name: 'lock-flagger',
  text: `select id from person where id = $1 and state = 'active' for no key update`,
};

/**
 * $1 person, $2 note, $3 how many a day, $4 how many outcomes. All by index flag_person, the last by
 * flag_note: when the next flag may come, where the day's are used up; how earlier ones ended; and
 * the newest of this note.
 */
export const flagFacts: Statement = {
  name: 'flag-facts',
  text: `
    select
      (select ceil(extract(epoch from f.at + interval '1 day' - now()))::integer
        from flag f where f.person_id = $1 and f.at > now() - interval '1 day'
        order by f.at desc, f.id desc offset $3 - 1 limit 1) as wait,
      j.upheld, j.judged,
      (select json_build_object('id', f.id, 'state', f.state, 'revision', f.revision)
        from flag f where f.annotation_id = $2 and f.person_id = $1
        order by f.at desc limit 1) as last
    from (
      select count(*) filter (where x.state = 'upheld')::integer as upheld, count(*)::integer as judged
      from (
        select f.state from flag f where f.person_id = $1 and f.state in ('upheld', 'declined')
        order by f.at desc, f.id desc limit $4) x
    ) j`,
};

/** $1 note: what stands is read under its lock, as the flag is about it. */
export const lockFlagged: Statement = {
  name: 'lock-flagged',
  text: `
    select a.state, a.version from annotation a
    join public_note p on p.annotation_id = a.id
    where a.id = $1 for update of a`,
};

const values = `reason, words, clause_from, clause_to, law, territory, good_faith, revision, weight`;

/** $1 id, $2 case, $3 note, $4 work, $5 person, then what it says. */
export const insertFlag: Statement = {
  name: 'insert-flag',
  text: `
    insert into flag (id, case_id, annotation_id, work_id, person_id, ${values})
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
};
/** $1 flag, $2 case, then what it says: it keeps its time, which the day's count goes by. */
export const changeFlag: Statement = {
  name: 'change-flag',
  text: `
    update flag set case_id = $2, reason = $3, words = $4, clause_from = $5, clause_to = $6, law = $7,
      territory = $8, good_faith = $9, revision = $10, weight = $11
    where id = $1 and state = 'open'`,
};

/** $1 note. Index flag_open. */
export const weightOf: Statement = {
  name: 'flag-weight',
  text: `
    select coalesce(sum(weight), 0)::real as weight, coalesce(bool_or(reason = 'unlawful'), false) as unlawful
    from flag where annotation_id = $1 and state = 'open'`,
};
/** $1 case, $2 priority. */
export const setPriority: Statement = {
  name: 'set-flag-priority',
  text: `update moderation_case set priority = $2 where id = $1 and state = 'open' and priority <> $2`,
};

const columns = `
  f.id, f.annotation_id as note, w.slug as work, f.reason, f.words, f.law, f.territory,
  f.clause_from, f.clause_to,
  case when l.kind = 'public' then t.from_uid end as from_uid, t.to_uid,
  case when f.told_at is null then 'open' else f.state end as state,
  ${iso('f.at')} as flagged, ${iso('f.told_at')} as told,
  f.told_at is not null and f.read_at is null as unread`;
const joins = `
  join work w on w.id = f.work_id
  join annotation a on a.id = f.annotation_id
  join thread t on t.id = a.thread_id
  join layer l on l.id = t.layer_id`;

/** $1 note, $2 person. Index flag_note. */
export const ownFlag: Statement = {
  name: 'own-flag',
  text: `
    select ${columns} from flag f ${joins}
    where f.annotation_id = $1 and f.person_id = $2 order by f.at desc limit 1`,
};

/** $1 person, $2 and $3 the place, $4 how many. Index flag_person. */
export const ownFlags: Statement = {
  name: 'own-flags',
  text: `
    select ${columns} from flag f ${joins}
    where f.person_id = $1 and (f.at, f.id) < ($2::timestamptz, $3::uuid)
    order by f.at desc, f.id desc limit $4`,
};
/** $1 person. Index flag_unread. */
export const unreadFlags: Statement = {
  name: 'unread-flags',
  text: `select count(*)::integer as n from flag
    where person_id = $1 and told_at is not null and read_at is null`,
};
/** $1 person, $2 how many. Outcomes not yet looked at, the newest first. Index flag_unread. */
export const unreadOutcomes: Statement = {
  name: 'unread-outcomes',
  text: `
    select ${columns} from flag f ${joins}
    where f.person_id = $1 and f.told_at is not null and f.read_at is null
    order by f.told_at desc, f.id desc limit $2`,
};
/** $1 person, $2 told until. Index flag_unread. */
export const readFlags: Statement = {
  name: 'read-flags',
  text: `update flag set read_at = now()
    where person_id = $1 and told_at is not null and read_at is null and told_at <= $2`,
};

/** $1 case, $2 `upheld` or `declined`. Index flag_case. */
export const settleOpen: Statement = {
  name: 'settle-flags',
  text: `
    update flag set state = $2, settled_at = now(), due_at = now() + interval '10 minutes'
    where case_id = $1 and state = 'open'`,
};
/** $1 case. */
export const reopenFlags: Statement = {
  name: 'reopen-flags',
  text: `
    update flag f set state = 'open', settled_at = null, due_at = null
    where f.case_id = $1 and f.state in ('upheld', 'declined') and f.told_at is null
      and not exists (select from flag o where o.annotation_id = f.annotation_id
        and o.person_id = f.person_id and o.state = 'open')`,
};

/**
 * $1 how many. Whoever flagged is told from now on, and by mail when they wish mail: index flag_due.
 */
export const tellDue: Statement = {
  name: 'tell-flaggers',
  text: `
    update flag f set told_at = now(), mail_at = d.mail_at
    from (
      select f.id, case when c.person_id is not null and c.notice_mail <> 'off'
        then next_mail(c.notice_mail, c.time_zone, now(), c.notices_mailed_at) end as mail_at
      from flag f left join account c on c.person_id = f.person_id
      where f.due_at <= now() and f.told_at is null
      order by f.due_at limit $1 for update of f skip locked
    ) d
    where f.id = d.id
    returning f.id`,
};

/** $1 how many. Outcomes whose mail is due: index flag_mail. */
export const mailDue: Statement = {
  name: 'mail-flaggers',
  text: `
    update flag f set mail_at = null
    from (
      select id from flag where mail_at <= now() order by mail_at limit $1 for update skip locked
    ) d
    where f.id = d.id
    returning f.person_id, f.state, f.reason,
      (select json_build_object('email', c.email, 'key', c.email_key, 'locale', c.locale)
        from account c where c.person_id = f.person_id and c.notice_mail <> 'off') as to`,
};

/** $1 person. What they said goes; that something was reported stays, without a name. */
export const eraseFlags: Statement = {
  name: 'erase-flags',
  text: `
    update flag set words = '', law = '', territory = '', mail_at = null where person_id = $1`,
};
