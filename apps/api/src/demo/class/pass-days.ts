import type pg from 'pg';

/** $1 class, $2 days. Every moment that is told of it; what a code is good for stays. */
const moments: readonly string[] = [
  'update class set founded_at = founded_at - $2::interval where id = $1',
  'update class_member set joined_at = joined_at - $2::interval where class_id = $1',
  `update assignment set opens_at = opens_at - $2::interval, due_at = due_at - $2::interval,
     closes_at = closes_at - $2::interval, gate_at = gate_at - $2::interval,
     made_at = made_at - $2::interval, published_at = published_at - $2::interval
   where class_id = $1`,
  `update assignment_extension x set due_at = x.due_at - $2::interval,
     closes_at = x.closes_at - $2::interval, given_at = x.given_at - $2::interval
   from assignment s where s.class_id = $1 and x.assignment_id = s.id`,
  `update assignment_opening o set at = o.at - $2::interval
   from assignment s where s.class_id = $1 and o.assignment_id = s.id`,
  'update class_event set at = at - $2::interval where class_id = $1',
  `update revision r set written_at = r.written_at - $2::interval
   from annotation a, thread t, layer l
   where l.class_id = $1 and t.layer_id = l.id and a.thread_id = t.id and r.annotation_id = a.id`,
  `update annotation a set created_at = a.created_at - $2::interval,
     changed_at = a.changed_at - $2::interval
   from thread t, layer l where l.class_id = $1 and t.layer_id = l.id and a.thread_id = t.id`,
  `update thread_place p set created_at = p.created_at - $2::interval
   from thread t, layer l where l.class_id = $1 and t.layer_id = l.id and p.thread_id = t.id`,
  `update thread t set created_at = t.created_at - $2::interval
   from layer l where l.class_id = $1 and t.layer_id = l.id`,
];

/**
 * Lets days pass in a class, by moving all of it into the past: what is done in it next is done so
 * much later, by the rules that hold then. Before anything is graded: what was told is frozen with its
 * times.
 */
export async function passDays(pool: pg.Pool, classId: string, days: number): Promise<void> {
  const interval = `${String(days)} days`;
  for (const moment of moments) await pool.query(moment, [classId, interval]);
}
