import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 class, $2 days. Whoever teaches it, with the address of those who wish to be told by mail. */
export const warnStaff: Statement = {
  name: 'retention-warn',
  text: `
    with marked as (
      update class set warned_days = $2 where id = $1 returning id, keep_until
    ), told as (
      insert into class_warning as w (class_id, person_id)
      select m.class_id, m.person_id from class_member m
      where m.class_id = $1 and m.state = 'active' and m.role <> 'student'
      order by m.person_id
      on conflict (class_id, person_id) do update set told_at = now(), read_at = null
      returning w.person_id
    )
    select k.keep_until::text as until, (
      select json_build_object('email', a.email, 'key', a.email_key, 'locale', a.locale)
      from account a where a.person_id = t.person_id and a.notice_mail <> 'off') as to
    from told t cross join marked k`,
};

/** Of a class one still teaches, of which there still is something. */
const stands = `
  join class_member m on m.class_id = w.class_id and m.person_id = w.person_id
    and m.state = 'active' and m.role <> 'student'
  join class c on c.id = w.class_id and c.keep_until is not null`;

/** $1 person, $2 how many. Index class_warning_unread. */
export const unreadWarnings: Statement = {
  name: 'retention-warnings',
  text: `
    select c.id as class, c.name, c.keep_until::text as until, ${iso('w.told_at')} as told
    from class_warning w ${stands}
    where w.person_id = $1 and w.read_at is null
    order by w.told_at desc, w.class_id
    limit $2`,
};

/** How many of a person ($1) wait to be read, up to $4; a part of another statement. */
export const countWarnings = `
  select from class_warning w ${stands}
  where w.person_id = $1 and w.read_at is null
  limit $4`;

/** $1 person, $2 moment. Index class_warning_unread. */
export const readWarnings: Statement = {
  name: 'retention-warnings-read',
  text: `
    update class_warning set read_at = now()
    where person_id = $1 and read_at is null and told_at <= $2::timestamptz`,
};
