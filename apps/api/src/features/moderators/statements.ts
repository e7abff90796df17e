import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 person after whom, $2 how many. Index moderator_once for the people and for what each has. */
export const moderatorsAfter: Statement = {
  name: 'moderators-after',
  text: `
    select p.id, p.name, p.handle, c.email, x.appointments
    from (
      select distinct person_id from moderator where person_id > $1 order by person_id limit $2
    ) m
    join person p on p.id = m.person_id
    join account c on c.person_id = p.id
    cross join lateral (
      select json_agg(json_build_object('work', w.slug, 'granted', ${iso('o.granted_at')},
        'grantedBy', g.name) order by w.slug nulls first) as appointments
      from moderator o
      left join work w on w.id = o.work_id
      left join person g on g.id = o.granted_by
      where o.person_id = m.person_id) x
    order by p.id`,
};

/** $1 slug. The number, and what it is called in each language. */
export const workNamed: Statement = {
  name: 'work-to-moderate',
  text: "select id, titles from work where slug = $1 and standing = 'public'",
};

/** $1 person, $2 work or null, $3 who appoints. Nothing where it was so already. */
export const appointModerator: Statement = {
  name: 'appoint-moderator',
  text: `
    insert into moderator (person_id, work_id, granted_by) values ($1, $2, $3)
    on conflict do nothing returning person_id`,
};

/** $1 person, $2 work or null. */
export const dismissModerator: Statement = {
  name: 'dismiss-moderator',
  text: `
    delete from moderator where person_id = $1 and work_id is not distinct from $2::integer
    returning person_id`,
};
