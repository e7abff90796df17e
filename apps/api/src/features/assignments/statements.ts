import { allLayersOf } from '../../db/assignment-layers.ts';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** Of an assignment `s`, in a row that tells all of it. */
const fields = `
  s.id, s.class_id as "classId", s.work_id as "workId", s.title, s.question, s.languages,
  ${iso('s.opens_at')} as "opensAt", ${iso('s.due_at')} as "dueAt", ${iso('s.closes_at')} as "closesAt",
  s.gate, s.gate_notes as "gateNotes", ${iso('s.gate_at')} as "gateAt", s.by_groups as "byGroups",
  s.least_length as "leastLength", s.notes, s.replies, s.per, s.coverage, s.how, s.late, s.points,
  s.names, s.version, ${iso('s.made_at')} as made, ${iso('s.published_at')} as published,
  ${iso('s.released_at')} as released`;

export const ownTimes = `
  x.person_id is not null as "isExtended", ${iso('x.due_at')} as "ownDue",
  ${iso('x.closes_at')} as "ownCloses"`;

/** $1 assignment, $2 person: all of it, for one who is in its class. Primary keys. */
export const assignmentSeenBy: Statement = {
  name: 'assignment-seen-by',
  text: `
    select ${fields}, ${ownTimes}, w.slug as work, c.name as "className", c.zone,
      ${iso('c.archived_at')} as archived, ${iso('c.erased_at')} as erased, m.role,
      ${iso('now()')} as now,
      array(select a.uid from assignment_clause a where a.assignment_id = s.id order by a.n) as clauses,
      coalesce((select json_agg(json_build_object('from', r.from_uid, 'to', r.to_uid) order by r.n)
        from assignment_range r where r.assignment_id = s.id), '[]') as ranges
    from assignment s
    join class c on c.id = s.class_id
    join class_member m on m.class_id = s.class_id and m.person_id = $2 and m.state = 'active'
    join work w on w.id = s.work_id
    left join assignment_extension x on x.assignment_id = s.id and x.person_id = $2
    where s.id = $1`,
};

/** $1 class, $2 person, $3 and $4 the one after which, $5 how many. Index assignment_class, in its order. */
export const assignmentsOf: Statement = {
  name: 'assignments-of-class',
  text: `
    select s.id, s.title, w.slug as work, w.titles as "workTitles",
      (select count(*)::integer from assignment_clause a where a.assignment_id = s.id) as clauses,
      ${iso('s.opens_at')} as "opensAt", ${iso('s.due_at')} as "dueAt",
      ${iso('s.closes_at')} as "closesAt", ${ownTimes},
      ${iso('s.published_at')} as published, ${iso('s.released_at')} as released
    from assignment s
    join class_member m on m.class_id = s.class_id and m.person_id = $2 and m.state = 'active'
    join work w on w.id = s.work_id
    left join assignment_extension x on x.assignment_id = s.id and x.person_id = $2
    where s.class_id = $1 and (m.role <> 'student' or s.published_at is not null)
      and (s.opens_at, s.id) > ($3::timestamptz, $4::uuid)
    order by s.opens_at, s.id
    limit $5`,
};

/** $1 class: what its term is planned by. Index assignment_class, in its order. */
export const termOf: Statement = {
  name: 'assignments-term',
  text: `
    select s.id, s.title, w.slug as work, w.titles as "workTitles",
      ${iso('s.opens_at')} as "opensAt", ${iso('s.due_at')} as "dueAt",
      ${iso('s.closes_at')} as "closesAt", ${iso('s.gate_at')} as "gateAt",
      ${iso('s.published_at')} as published, s.version,
      coalesce((select json_agg(json_build_object('from', r.from_uid, 'to', r.to_uid) order by r.n)
        from assignment_range r where r.assignment_id = s.id), '[]') as ranges
    from assignment s join work w on w.id = s.work_id
    where s.class_id = $1
    order by s.opens_at, s.id`,
};

/** $1 work, $2 class. Locked, so that it is not taken back meanwhile. Primary key. */
export const workGivenTo: Statement = {
  name: 'assignment-work-given',
  text: 'select work_id from work_class where work_id = $1 and class_id = $2 for key share',
};

/** $1 class. Index assignment_class. */
export const countAssignments: Statement = {
  name: 'assignments-count',
  text: 'select count(*)::integer as assignments from assignment where class_id = $1',
};

/**
 * $1 assignment. Held until the transaction ends: it is changed by one at a time, and nobody makes a
 * layer in it meanwhile.
 */
export const lockAssignment: Statement = {
  name: 'assignment-lock',
  text: 'select id from assignment where id = $1 for update',
};

const written = `
  title, question, languages, opens_at, due_at, closes_at, gate, gate_notes, gate_at, by_groups,
  least_length, notes, replies, per, coverage, how, late, points, names`;

/** $1 id, then as `storedValues` gives them, class and work at the end. */
export const makeAssignment: Statement = {
  name: 'assignment-make',
  text: `
    insert into assignment (id, ${written}, class_id, work_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
      $20, $21, $22)`,
};

/** $1 id, then as `storedValues` gives them. What time has opened is looked at anew. */
export const changeAssignment: Statement = {
  name: 'assignment-change',
  text: `
    update assignment set (${written}, version, gate_settled)
      = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        version + 1, false)
    where id = $1`,
};

/** $1 assignment. */
export const dropRanges: Statement = {
  name: 'assignment-ranges-drop',
  text: 'delete from assignment_range where assignment_id = $1',
};
export const dropClauses: Statement = {
  name: 'assignment-clauses-drop',
  text: 'delete from assignment_clause where assignment_id = $1',
};

/** $1 assignment, $2 where each begins, $3 where it ends. */
export const putRanges: Statement = {
  name: 'assignment-ranges-put',
  text: `
    insert into assignment_range (assignment_id, n, from_uid, to_uid)
    select $1, u.n, u.first, u.last
    from unnest($2::text[], $3::text[]) with ordinality as u(first, last, n)`,
};

/** $1 assignment, $2 uids in the order of the text. */
export const putClauses: Statement = {
  name: 'assignment-clauses-put',
  text: `
    insert into assignment_clause (assignment_id, uid, n)
    select $1, u.uid, u.n from unnest($2::text[]) with ordinality as u(uid, n)`,
};

/**
 * $1 assignment. Clauses on which somebody wrote, students or staff. Indexes of its layers, then
 * thread_layer.
 */
export const writtenClauses: Statement = {
  name: 'assignment-written-clauses',
  text: `
    select distinct p.uid
    from (${allLayersOf('$1')}) l
    join thread t on t.layer_id = l.id join thread_place p on p.thread_id = t.id`,
};

/** $1 assignment, $2 whether students know of it. */
export const publishAssignment: Statement = {
  name: 'assignment-publish',
  text: `
    update assignment set version = version + 1, gate_settled = false,
      published_at = case when $2::boolean then coalesce(published_at, now()) end
    where id = $1`,
};

/** $1 assignment. Primary key. */
export const dropOpenings: Statement = {
  name: 'assignment-openings-drop',
  text: 'delete from assignment_opening where assignment_id = $1',
};

/** $1 assignment: those of its layers in which nothing stands. */
export const dropEmptyLayers: Statement = {
  name: 'assignment-layers-drop',
  text: `
    delete from layer where id in (
      select l.id from (${allLayersOf('$1')}) l
      where not exists (select from thread t where t.layer_id = l.id))`,
};

/** $1 assignment. */
export const deleteAssignment: Statement = {
  name: 'assignment-delete',
  text: 'delete from assignment where id = $1 and published_at is null',
};

/** $1 id, $2 class, $3 assignment, $4 actor, $5 about whom, $6 what, $7 detail. */
export const putEvent: Statement = {
  name: 'class-event-put',
  text: `
    insert into class_event (id, class_id, assignment_id, actor_id, about_id, what, detail)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/** $1 assignment. Uids in the order of the text. */
export const clausesOf: Statement = {
  name: 'assignment-clauses',
  text: `
    select array(select uid from assignment_clause where assignment_id = $1 order by n) as clauses`,
};
