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

const ownTimes = `
  x.person_id is not null as "isExtended", ${iso('x.due_at')} as "ownDue",
  ${iso('x.closes_at')} as "ownCloses"`;

/** $1 assignment, $2 person: all of it, for one who is in its class. Primary keys. */
export const assignmentSeenBy: Statement = {
  name: 'assignment-seen-by',
  text: `
    select ${fields}, ${ownTimes}, w.slug as work, c.name as "className", c.zone,
      ${iso('c.archived_at')} as archived, m.role, ${iso('now()')} as now,
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
