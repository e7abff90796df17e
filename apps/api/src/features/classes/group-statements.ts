import type { Statement } from '../../db/client.ts';

/** $1 class. Unique (class_id, id); index class_group_member_group. */
export const groupsOf: Statement = {
  name: 'class-groups',
  text: `
    select g.id, g.name,
      (select count(*)::integer from class_group_member m where m.group_id = g.id) as students
    from class_group g where g.class_id = $1
    order by lower(g.name), g.id`,
};

/** $1 class, $2 id. */
export const groupOf: Statement = {
  name: 'class-group',
  text: 'select id from class_group where class_id = $1 and id = $2',
};

/** $1 id, $2 class, $3 name. */
export const makeGroup: Statement = {
  name: 'class-group-make',
  text: 'insert into class_group (id, class_id, name) values ($1, $2, $3)',
};

/** $1 class, $2 id, $3 name. */
export const nameGroup: Statement = {
  name: 'class-group-name',
  text: 'update class_group set name = $3 where class_id = $1 and id = $2 returning id',
};

/** $1 class, $2 id. Its students are in none then. */
export const endGroup: Statement = {
  name: 'class-group-end',
  text: 'delete from class_group where class_id = $1 and id = $2 returning id',
};

/** $1 class, $2 person, $3 group. Out of the one they were in. */
export const moveToGroup: Statement = {
  name: 'class-group-move',
  text: `
    insert into class_group_member (class_id, person_id, group_id) values ($1, $2, $3)
    on conflict (class_id, person_id) do update set group_id = excluded.group_id`,
};

/** $1 class, $2 people, $3 the group of each. */
export const moveAllToGroups: Statement = {
  name: 'class-groups-move',
  text: `
    insert into class_group_member (class_id, person_id, group_id)
    select $1, * from unnest($2::uuid[], $3::uuid[])
    on conflict (class_id, person_id) do update set group_id = excluded.group_id`,
};

/** $1 class, $2 person. */
export const leaveGroup: Statement = {
  name: 'class-group-leave',
  text: 'delete from class_group_member where class_id = $1 and person_id = $2',
};

/**
 * $1 class, $2 whether those too who are in a group. How many notes each has in the class. Indexes
 * layer_class, layer_desks and thread_layer. Each order is as likely as any other.
 */
export const studentsToDivide: Statement = {
  name: 'class-groups-divide',
  text: `
    with written as (
      select a.author_id, count(*)::integer as notes
      from layer l join thread t on t.layer_id = l.id
      join annotation a on a.thread_id = t.id and a.state = 'published'
      where l.class_id = $1 group by a.author_id
    )
    select m.person_id as id, coalesce(w.notes, 0) as notes from class_member m
    left join class_group_member g on g.class_id = m.class_id and g.person_id = m.person_id
    left join written w on w.author_id = m.person_id
    where m.class_id = $1 and m.state = 'active' and m.role = 'student'
      and ($2::boolean or g.group_id is null)
    order by random()`,
};
