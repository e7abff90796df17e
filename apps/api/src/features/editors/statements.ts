import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 person after whom, $2 how many, $3 role. site_role holds offices alone. */
export const editorsAfter: Statement = {
  name: 'editors-after',
  text: `
    select p.id, p.name, p.handle, c.email, ${iso('s.granted_at')} as granted
    from site_role s
    join person p on p.id = s.person_id
    join account c on c.person_id = p.id
    where s.role = $3 and s.person_id > $1
    order by s.person_id
    limit $2`,
};

/** $1 person, $2 role. Nothing where it was so already. */
export const appointEditor: Statement = {
  name: 'appoint-editor',
  text: `
    insert into site_role (person_id, role) values ($1, $2)
    on conflict do nothing returning person_id`,
};

/** $1 person, $2 role. */
export const dismissEditor: Statement = {
  name: 'dismiss-editor',
  text: `delete from site_role where person_id = $1 and role = $2 returning person_id`,
};
