import { layersOf } from '../../db/assignment-layers.ts';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 assignment. Primary keys. */
export const extensionsOf: Statement = {
  name: 'assignment-extensions',
  text: `
    select json_build_object('id', p.id, 'name', p.name) as person, ${iso('x.due_at')} as due,
      ${iso('x.closes_at')} as closes, ${iso('x.given_at')} as given
    from assignment_extension x join person p on p.id = x.person_id
    where x.assignment_id = $1
    order by lower(p.name), p.id`,
};

/** $1 assignment: until when each of them is, and nothing of whose it is. Primary key. */
export const extensionTimes: Statement = {
  name: 'assignment-extension-times',
  text: `
    select ${iso('due_at')} as "dueAt", ${iso('closes_at')} as "closesAt"
    from assignment_extension where assignment_id = $1`,
};

/** $1 assignment, $2 student, $3 due, $4 closes. */
export const putExtension: Statement = {
  name: 'assignment-extension-put',
  text: `
    insert into assignment_extension (assignment_id, person_id, due_at, closes_at)
    values ($1, $2, $3, $4)
    on conflict (assignment_id, person_id) do update
      set due_at = excluded.due_at, closes_at = excluded.closes_at, given_at = now()`,
};

/** $1 assignment, $2 student. */
export const dropExtension: Statement = {
  name: 'assignment-extension-drop',
  text: `
    delete from assignment_extension where assignment_id = $1 and person_id = $2
    returning person_id`,
};

/** $1 assignment. All students who are in its class, with what the staff may be told. Primary keys. */
export const studentsOf: Statement = {
  name: 'assignment-students',
  text: `
    select p.id as "personId", p.name, g.id as "groupId", g.name as "groupName", y.id as "aliasId",
      y.name as alias, x.person_id is not null as "isExtended", ${iso('x.due_at')} as "ownDue",
      ${iso('x.closes_at')} as "ownCloses"
    from assignment s
    join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role = 'student'
    join person p on p.id = m.person_id
    left join class_group_member o on o.class_id = m.class_id and o.person_id = m.person_id
    left join class_group g on g.id = o.group_id
    left join assignment_alias y on y.assignment_id = s.id and y.person_id = m.person_id
    left join assignment_extension x on x.assignment_id = s.id and x.person_id = m.person_id
    where s.id = $1
    order by lower(p.name), p.id`,
};

/** $1 assignment. To how many students each clause stands open. Primary key of openings. */
export const openingsOf: Statement = {
  name: 'assignment-openings',
  text: `
    select o.uid, count(*)::integer as open, count(*) filter (where o.cause = 'hand')::integer as "byHand"
    from assignment s
    join assignment_opening o on o.assignment_id = s.id
    join class_member m on m.class_id = s.class_id and m.person_id = o.person_id
      and m.state = 'active' and m.role = 'student'
    where s.id = $1
    group by o.uid`,
};

/** $1 assignment. What this transaction opened. */
export const openedNow: Statement = {
  name: 'assignment-opened-now',
  text: `
    select count(*)::integer as clauses, count(distinct person_id)::integer as students
    from assignment_opening where assignment_id = $1 and cause = 'hand' and at = now()`,
};

/** $1 assignment, $2 person: what of it is open to them. Primary key. */
export const openToStudent: Statement = {
  name: 'assignment-open-to',
  text: `
    select uid, cause, ${iso('at')} as at from assignment_opening
    where assignment_id = $1 and person_id = $2`,
};

/** A note `a` as the arithmetic of its assignment sees it: written when it first said enough. */
const studentNote = `
  a.id, a.author_id as "authorId", a.parent_id is not null as "isReply",
  array(select p.uid from thread_place p where p.thread_id = t.id) as clauses,
  char_length(r.body) as length, a.state <> 'published' as "isWithdrawn",
  ${iso(`coalesce(
    (select min(e.written_at) from revision e
      where e.annotation_id = a.id and char_length(e.body) >= s.least_length),
    (select e.written_at from revision e where e.annotation_id = a.id and e.number = 1))`)} as "writtenAt"`;

/** $1 assignment, $2 people: all that they wrote in it. Indexes of its layers, or annotation_author. */
export const notesOfStudents: Statement = {
  name: 'assignment-notes-of',
  text: `
    select ${studentNote}
    from (${layersOf('$1', 'desk', 'clause')}) l
    join thread t on t.layer_id = l.id
    join annotation a on a.thread_id = t.id
    join assignment s on s.id = l.assignment_id
    join revision r on r.annotation_id = a.id and r.number = a.version
    where a.author_id = any($2::uuid[])
    order by a.created_at, a.id`,
};

/** $1 class, $2 person: the same in all assignments of the class. */
export const notesInClass: Statement = {
  name: 'assignments-notes-of',
  text: `
    select l.assignment_id as assignment, ${studentNote}
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.class_id = $1 and l.part in ('desk', 'clause')
    join assignment s on s.id = l.assignment_id
    join revision r on r.annotation_id = a.id and r.number = a.version
    where a.author_id = $2
    order by a.created_at, a.id`,
};

/**
 * $1 assignment, $2 person, $3 what is held meanwhile. Opens to them what time has opened. The lock is
 * taken before the function looks: each of its statements sees what was written.
 */
export const settleTime: Statement = {
  name: 'assignment-settle-time',
  text: `
    with due as materialized (
      select s.id, array(select c.uid from assignment_clause c where c.assignment_id = s.id) as clauses,
        pg_advisory_xact_lock(hashtextextended($3, 0))::text as held
      from assignment s
      join class_member m on m.class_id = s.class_id and m.person_id = $2 and m.state = 'active'
        and m.role = 'student'
      where s.id = $1 and s.gate = 'time' and s.gate_at <= now() and s.published_at is not null
        and exists (
          select from assignment_clause c where c.assignment_id = s.id and not exists (
            select from assignment_opening o
            where o.assignment_id = s.id and o.person_id = $2 and o.uid = c.uid)))
    select open_clauses(id, clauses, array[$2::uuid], 'time') as student from due
    where held is not null`,
};

/** $1 assignment. Students of its class who are in a group, and in which. */
export const groupsOfStudents: Statement = {
  name: 'assignment-groups',
  text: `
    select g.person_id as student, g.group_id as "group"
    from assignment s join class_group_member g on g.class_id = s.class_id where s.id = $1`,
};

/** Of published assignments one that time opens and that nobody has opened to all. Index assignment_gate. */
export const dueGate: Statement = {
  name: 'assignment-gate-due',
  text: `
    select id from assignment
    where gate = 'time' and not gate_settled and gate_at <= now() and published_at is not null
    order by gate_at limit 1`,
};

/** $1 assignment. Nothing where another process has done it, or its time was put off. */
export const takeDueGate: Statement = {
  name: 'assignment-gate-take',
  text: `
    update assignment set gate_settled = true
    where id = $1 and gate = 'time' and not gate_settled and gate_at <= now()
      and published_at is not null
    returning id`,
};

/** $1 assignment. Students of its class. Primary keys. */
export const studentIds: Statement = {
  name: 'assignment-student-ids',
  text: `
    select m.person_id as id from assignment s
    join class_member m on m.class_id = s.class_id and m.state = 'active' and m.role = 'student'
    where s.id = $1 order by m.person_id`,
};

/**
 * $1 class, $2 person: the published ones, with what of them is open to the person, and what the person
 * was told for them. Indexes assignment_class, grade_result_now.
 */
export const assignmentsWithOpenings: Statement = {
  name: 'assignments-mine',
  text: `
    select s.id, s.title, w.slug as work, w.titles as "workTitles",
      ${iso('s.opens_at')} as "opensAt", ${iso('s.due_at')} as "dueAt",
      ${iso('s.closes_at')} as "closesAt", x.person_id is not null as "isExtended",
      ${iso('x.due_at')} as "ownDue", ${iso('x.closes_at')} as "ownCloses",
      s.least_length as "leastLength", s.notes, s.replies, s.per, s.coverage, s.how, s.late, s.points,
      s.gate, s.opens_at <= now() as "isOpen", ${iso('s.released_at')} as released,
      array(select c.uid from assignment_clause c where c.assignment_id = s.id order by c.n) as clauses,
      (select count(*)::integer from assignment_opening o
        join assignment_clause c on c.assignment_id = o.assignment_id and c.uid = o.uid
        where o.assignment_id = s.id and o.person_id = $2) as opened,
      ${iso('g.released_at')} as told, coalesce(g.seen_at is not null, false) as "isRead",
      (g.grade ->> 'total')::integer as total, (g.grade ->> 'of')::integer as of
    from assignment s
    join work w on w.id = s.work_id
    left join grade_result g on g.assignment_id = s.id and g.person_id = $2 and g.ended_at is null
    left join assignment_extension x on x.assignment_id = s.id and x.person_id = $2
    where s.class_id = $1 and s.published_at is not null
    order by s.opens_at, s.id`,
};

/**
 * $1 class, $2 person: what others answered to their notes, by assignment, in layers that they read.
 * Index annotation_author, then annotation_parent.
 */
export const answersTo: Statement = {
  name: 'assignments-answers',
  text: `
    select l.assignment_id as id, count(*)::integer as answers
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.class_id = $1 and l.kind = 'class'
    join annotation b on b.thread_id = a.thread_id and b.parent_id = a.id and b.author_id <> $2
      and b.state = 'published'
    where a.author_id = $2
      and exists (select from class_layer_reader k where k.layer_id = l.id and k.person_id = $2)
    group by l.assignment_id`,
};

/** $1 class, $2 person: assignments whose time has come and that are not all open to them. */
export const unsettledIn: Statement = {
  name: 'assignments-unsettled',
  text: `
    select s.id from assignment s
    where s.class_id = $1 and s.gate = 'time' and s.gate_at <= now() and s.published_at is not null
      and exists (
        select from assignment_clause c where c.assignment_id = s.id and not exists (
          select from assignment_opening o
          where o.assignment_id = s.id and o.person_id = $2 and o.uid = c.uid))`,
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
