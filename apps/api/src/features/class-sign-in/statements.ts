import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/*
 * Whom a link may sign in: a student of the class who keeps nothing on the site, teaches nowhere and
 * has an account or is a guest. Anybody else would lend their powers to whoever made the link.
 */
const isPlain = `
  exists (select from class_member m join class c on c.id = m.class_id and c.archived_at is null
    where m.class_id = k.class_id and m.person_id = k.person_id and m.state = 'active'
      and m.role = 'student')
  and not exists (select from class_member m
    where m.person_id = k.person_id and m.state = 'active' and m.role <> 'student')
  and not exists (select from site_role r where r.person_id = k.person_id)
  and not exists (select from moderator r where r.person_id = k.person_id)
  and (exists (select from account a where a.person_id = k.person_id)
    or exists (select from class_guest g where g.person_id = k.person_id))`;

/** Of a link that was made: by whoever still teaches the class. */
const isGiven = `
  ${isPlain}
  and exists (select from class_member m
    where m.class_id = k.class_id and m.person_id = k.created_by and m.state = 'active'
      and m.role <> 'student')`;

/** $1 class, $2 person. Links made before bring nobody in any more. Index one_time_token_person. */
export const dropLinks: Statement = {
  name: 'class-links-drop',
  text: `delete from one_time_token where purpose = 'class' and class_id = $1 and person_id = $2`,
};

/** $1 hash, $2 class, $3 person, $4 who makes it. Nothing where they may not be signed in by one. */
export const makeLink: Statement = {
  name: 'class-link-make',
  text: `
    insert into one_time_token (hash, purpose, class_id, person_id, created_by, expires_at)
    select $1, 'class', k.class_id, k.person_id, $4, now() + interval '30 minutes'
    from (select $2::uuid as class_id, $3::uuid as person_id) k
    where ${isPlain}
    returning ${iso('expires_at')} as expires`,
};

/** $1 hash. Primary key. */
export const linkByHash: Statement = {
  name: 'class-link',
  text: `
    select p.name, c.name as "className"
    from one_time_token k join person p on p.id = k.person_id join class c on c.id = k.class_id
    where k.hash = $1 and k.purpose = 'class' and k.expires_at > now() and ${isGiven}`,
};

/** $1 hash. Once. */
export const spendLink: Statement = {
  name: 'class-link-spend',
  text: `
    delete from one_time_token k
    where k.hash = $1 and k.purpose = 'class' and k.expires_at > now() and ${isGiven}
    returning k.class_id as "classId", k.person_id as "personId", k.created_by as "madeBy"`,
};

/** $1 id, $2 class, $3 who did, $4 to whom, $5 what. */
export const recordEvent: Statement = {
  name: 'class-link-event',
  text: `
    insert into class_event (id, class_id, actor_id, about_id, what) values ($1, $2, $3, $4, $5)`,
};
