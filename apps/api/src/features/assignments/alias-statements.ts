import type { Statement } from '../../db/client.ts';

/** $1 assignment, $2 person. Primary key. */
export const aliasOf: Statement = {
  name: 'assignment-alias',
  text: 'select id, name from assignment_alias where assignment_id = $1 and person_id = $2',
};

/** $1 assignment, $2 person, $3 name. */
export const makeAlias: Statement = {
  name: 'assignment-alias-make',
  text: `
    insert into assignment_alias (assignment_id, person_id, name) values ($1, $2, $3)
    on conflict do nothing`,
};

/** $1 assignment. Primary keys. */
export const studentsWithoutAlias: Statement = {
  name: 'assignment-alias-missing',
  text: `
    select m.person_id as id
    from assignment s
    join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role = 'student'
    where s.id = $1 and not exists (
      select from assignment_alias y where y.assignment_id = s.id and y.person_id = m.person_id)
    order by m.person_id`,
};
