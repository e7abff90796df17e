import type { Statement } from '../../db/client.ts';

const columns = 'p.name, k.email, k.email_key as key, k.locale';

/** $1 commentary. Primary key. */
export const authorsToTell: Statement = {
  name: 'review-authors-to-tell',
  text: `
    select ${columns}
    from commentary_author a
    join person p on p.id = a.person_id and p.state = 'active'
    join account k on k.person_id = p.id
    where a.commentary_id = $1 and a.state = 'active'
    order by a.role desc, lower(p.name), p.id`,
};

/** $1 commentary. Editors who have no part in it: few, and read by a table that holds offices alone. */
export const editorsToTell: Statement = {
  name: 'review-editors-to-tell',
  text: `
    select ${columns}
    from site_role s
    join person p on p.id = s.person_id and p.state = 'active'
    join account k on k.person_id = p.id
    where s.role = 'editor'
      and not exists (select from commentary_author a
        where a.commentary_id = $1 and a.person_id = s.person_id and a.state = 'active')
      and not exists (select from commentary_revision v join commentary_part t on t.id = v.part_id
        where v.author_id = s.person_id and t.commentary_id = $1)
    order by p.id`,
};

/** $1 person. */
export const personToTell: Statement = {
  name: 'review-person-to-tell',
  text: `
    select ${columns} from person p join account k on k.person_id = p.id
    where p.id = $1 and p.state = 'active'`,
};
