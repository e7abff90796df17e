import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { ownTimes } from '../assignments/statements.ts';

/**
 * $1 assignment, $2 person: what is written by, for one who is in its class. Primary keys. Drafts are
 * for the staff alone.
 */
export const groundOf: Statement = {
  name: 'gate-ground',
  text: `
    select s.id, s.class_id as "classId", s.work_id as "workId", w.slug as work, m.role, c.archived_at is not null as "isArchived",
      c.erased_at is not null as "isErased",
      s.gate, s.gate_notes as "gateNotes", ${iso('s.gate_at')} as "gateAt",
      s.least_length as "leastLength", ${iso('s.opens_at')} as "opensAt", ${iso('s.due_at')} as "dueAt",
      ${iso('s.closes_at')} as "closesAt", ${ownTimes},
      s.names, ${iso('now()')} as now,
      array(select a.uid from assignment_clause a where a.assignment_id = s.id order by a.n) as clauses,
      array(select o.uid from assignment_opening o
        where o.assignment_id = s.id and o.person_id = $2) as open,
      array(select o.person_id::text from class_group_member g
        join class_group_member o on o.group_id = g.group_id
        where g.class_id = s.class_id and g.person_id = $2) as "group"
    from assignment s
    join class c on c.id = s.class_id
    join class_member m on m.class_id = s.class_id and m.person_id = $2 and m.state = 'active'
    join work w on w.id = s.work_id
    left join assignment_extension x on x.assignment_id = s.id and x.person_id = $2
    where s.id = $1 and (m.role <> 'student' or s.published_at is not null)`,
};

/**
 * $1 the assignment, beside others who write in it; $2 what is held until the transaction ends: two
 * notes of one student, or of one group where they count together, are judged one after the other.
 */
export const hold: Statement = {
  name: 'gate-hold',
  text: `
    select pg_advisory_xact_lock_shared(hashtextextended($1, 0)),
      pg_advisory_xact_lock(hashtextextended($2, 0))`,
};

/** $1 assignment, $2 student: their desk. Index layer_desk. */
export const deskOf: Statement = {
  name: 'gate-desk',
  text: `
    with made as (
      insert into layer (kind, class_id, assignment_id, part, owner_id, hides_names)
      select 'class', class_id, id, 'desk', $2::uuid, names <> 'real' from assignment where id = $1
      on conflict (assignment_id, owner_id) where part = 'desk' do nothing
      returning id)
    select id from made
    union all
    select id from layer where assignment_id = $1 and owner_id = $2::uuid and part = 'desk'
    limit 1`,
};

/** $1 assignment, $2 student: what is between them and the staff. Index layer_feedback. */
export const feedbackLayerOf: Statement = {
  name: 'gate-feedback-layer',
  text: `
    with made as (
      insert into layer (kind, class_id, assignment_id, owner_id, hides_names)
      select 'feedback', class_id, id, $2::uuid, names <> 'real' from assignment where id = $1
      on conflict (assignment_id, owner_id) where kind = 'feedback' do nothing
      returning id)
    select id from made
    union all
    select id from layer where assignment_id = $1 and owner_id = $2::uuid and kind = 'feedback'
    limit 1`,
};

/**
 * $1 assignment, $2 note: the student with whom the staff speaks of it: who wrote it, or, where it is
 * between a student and the staff already, that student.
 */
export const studentOfNote: Statement = {
  name: 'gate-student-of-note',
  text: `
    select m.person_id as id
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.assignment_id = $1
    join class_member m on m.class_id = l.class_id and m.role = 'student'
      and m.person_id = case when l.kind = 'feedback' then l.owner_id else a.author_id end
    where a.id = $2`,
};

/** $1 assignment: what its staff writes to all. Index layer_assignment. */
export const staffLayerOf: Statement = {
  name: 'gate-staff-layer',
  text: `
    with made as (
      insert into layer (kind, class_id, assignment_id, part, hides_names)
      select 'class', class_id, id, 'assignment', names <> 'real' from assignment where id = $1
      on conflict (assignment_id) where part = 'assignment' do nothing
      returning id)
    select id from made
    union all
    select id from layer where assignment_id = $1 and part = 'assignment'
    limit 1`,
};

/** $1 assignment, $2 student, $3 clauses: where they hand in; see the migration of assignments. */
export const clauseLayerOf: Statement = {
  name: 'gate-clause-layer',
  text: 'select clause_layer($1, $2, $3::text[]) as id',
};

/**
 * $1 assignment, $2 people: the first notes of their threads, as the rule of a gate sees them. Index
 * annotation_author, then primary keys.
 */
export const firstNotes: Statement = {
  name: 'gate-first-notes',
  text: `
    select a.id, a.author_id as "authorId", false as "isReply",
      array(select p.uid from thread_place p where p.thread_id = t.id) as clauses,
      char_length(r.body) as length, ${iso('r.written_at')} as "writtenAt",
      a.state <> 'published' as "isWithdrawn"
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.assignment_id = $1 and l.part in ('desk', 'clause')
    join revision r on r.annotation_id = a.id and r.number = a.version
    where a.author_id = any($2::uuid[]) and a.parent_id is null`,
};

/** $1 assignment, $2 student: their threads of today on more than one clause. Index annotation_author. */
export const spansToday: Statement = {
  name: 'gate-spans-today',
  text: `
    select count(*)::integer as spans
    from annotation a
    join thread t on t.id = a.thread_id and t.from_uid <> t.to_uid
    join layer l on l.id = t.layer_id and l.assignment_id = $1 and l.part in ('desk', 'clause')
    where a.author_id = $2::uuid and a.created_at > now() - interval '1 day' and a.parent_id is null`,
};

/** $1 assignment, $2 people: what is open to whom. */
export const openTo: Statement = {
  name: 'gate-open-to',
  text: `
    select person_id as student, uid from assignment_opening
    where assignment_id = $1 and person_id = any($2::uuid[])`,
};

/** $1 assignment, $2 layers that a person sees: those of it, and their own notebook. */
export const layersOfAssignment: Statement = {
  name: 'gate-layers',
  text: `
    select id from layer
    where id = any($2::integer[]) and (assignment_id = $1 or kind = 'notebook')`,
};

/** $1 note. The assignment that it was written in, and whose it is. */
export const assignmentOfNote: Statement = {
  name: 'gate-assignment-of-note',
  text: `
    select l.assignment_id as assignment, a.author_id as "authorId"
    from annotation a join thread t on t.id = a.thread_id join layer l on l.id = t.layer_id
    where a.id = $1 and a.parent_id is null and l.part = 'desk'`,
};

/** $1 assignment, $2 student. */
export const aliasOf: Statement = {
  name: 'gate-alias',
  text: 'select name from assignment_alias where assignment_id = $1 and person_id = $2',
};

/** $1 assignment, $2 student, $3 name. Nothing where they have one, or somebody else has this. */
export const makeAlias: Statement = {
  name: 'gate-alias-make',
  text: `
    insert into assignment_alias (assignment_id, person_id, name) values ($1, $2, $3)
    on conflict do nothing`,
};

/** $1 assignment, $2 person: what the reader of its clauses is told around the text. */
export const readingOf: Statement = {
  name: 'gate-reading',
  text: `
    select s.title, s.question, s.languages, c.id as "classId", c.name as "className", c.zone, s.notes as "notesAsked",
      s.replies as "repliesAsked", s.per,
      coalesce((select json_object_agg(o.uid, json_build_object('cause', o.cause, 'at', ${iso('o.at')}))
        from assignment_opening o where o.assignment_id = s.id and o.person_id = $2), '{}') as opened
    from assignment s join class c on c.id = s.class_id
    where s.id = $1`,
};
