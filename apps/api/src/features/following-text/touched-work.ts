import type { Db, Statement } from '../../db/client.ts';
import type { FateReport } from './fate-report.ts';

/** $1 work, $2 units. Index assignment_clause_uid. */
const touchedAssignments: Statement = {
  name: 'touched-assignments',
  text: `
    select c.assignment_id as id, array_agg(c.uid order by c.n) as uids
    from assignment_clause c join assignment s on s.id = c.assignment_id
    where s.work_id = $1 and c.uid = any($2::text[])
    group by c.assignment_id order by c.assignment_id`,
};

/**
 * $1 work, $2 units. Entries as they are now, of commentaries that were handed in: nobody but its authors
 * is told of another. Indexes commentary_work and commentary_part_order, primary keys.
 */
const touchedEntries: Statement = {
  name: 'touched-entries',
  text: `
    select c.id as commentary, p.id as part, p.label, u.uids,
      exists (select from submission_part s
        join commentary_round r on r.submission_id = s.submission_id and r.closed_at is null
        where s.part_id = p.id) as "isInReview"
    from commentary c
    join commentary_part p on p.commentary_id = c.id and p.kind = 'entry' and p.removed_at is null
    join commentary_revision v on v.part_id = p.id and v.number = p.version
    cross join lateral (
      select array_agg(distinct x.uid) as uids
      from jsonb_array_elements(v.places) as q(place)
      join unit f on f.uid = q.place ->> 'from'
      join unit t on t.uid = q.place ->> 'to'
      join unit x on x.work_id = $1 and x.ord between f.ord and t.ord and x.uid = any($2::text[])
    ) u
    where c.work_id = $1 and u.uids is not null
      and exists (select from commentary_submission s where s.commentary_id = c.id)
    order by c.id, p.position, p.id`,
};

/** What else stands on units that a release changes. */
export async function touchedWork(
  db: Db,
  work: number,
  uids: readonly string[],
): Promise<Pick<FateReport, 'assignments' | 'entries'>> {
  return {
    assignments: await db.rows<{ id: string; uids: string[] }>(touchedAssignments, [work, uids]),
    entries: await db.rows<FateReport['entries'][number] & Record<string, unknown>>(
      touchedEntries,
      [work, uids],
    ),
  };
}
