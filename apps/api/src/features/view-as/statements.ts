import type { Statement } from '../../db/client.ts';

/** Assignments whose graders are told no names yet: beside a named student they would tell them. */
const isBlind = `s.names = 'blind' and s.released_at is null`;

/**
 * $1 class, $2 person, $3 student or null: the class as one of its people has it, and the student where
 * there is such a one. Primary keys, index assignment_class.
 */
export const classViewed: Statement = {
  name: 'view-as-class',
  text: `
    select c.id, c.name, m.role, c.archived_at is not null as "isArchived",
      c.erased_at is not null as "isErased", p.id as student,
      p.name as "studentName",
      exists (select from assignment s
        where s.class_id = c.id and s.published_at is not null and ${isBlind}) as "hasBlind"
    from class_member m
    join class c on c.id = m.class_id
    left join class_member o on o.class_id = c.id and o.person_id = $3::uuid and o.state = 'active'
      and o.role = 'student'
    left join person p on p.id = o.person_id
    where m.class_id = $1 and m.person_id = $2 and m.state = 'active'`,
};

/** $1 class. For as long as somebody looks: to them these are drafts. Index assignment_class. */
export const leaveOutBlind: Statement = {
  name: 'view-as-leave-out-blind',
  text: `update assignment s set published_at = null where s.class_id = $1 and ${isBlind}`,
};

/** $1 id, $2 class: somebody who has just come in, for as long as somebody looks. */
export const comeIn: Statement = {
  name: 'view-as-come-in',
  text: `
    with made as (
      insert into person (id, name, handle) values ($1::uuid, 'Student', 'student-' || $1::uuid)
      returning id)
    insert into class_member (class_id, person_id, role) select $2, id, 'student' from made`,
};

/** $1 class; $2 assignment or null, $3 notes, $4 threads: whether any is of the class. Primary keys. */
export const isOfClass: Statement = {
  name: 'view-as-is-of-class',
  text: `
    select exists (select from assignment where id = $2::uuid and class_id = $1::uuid)
      or exists (
        select from annotation a join thread t on t.id = a.thread_id
        join layer l on l.id = t.layer_id
        where a.id = any($3::uuid[]) and l.class_id = $1::uuid)
      or exists (
        select from thread t join layer l on l.id = t.layer_id
        where t.id = any($4::uuid[]) and l.class_id = $1::uuid) as "isOf"`,
};
