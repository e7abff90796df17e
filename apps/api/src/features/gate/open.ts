import type { GateCause } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';

/** $1 assignment, $2 clauses, $3 students, $4 cause. Told are those to whom something opened. */
const statement: Statement = {
  name: 'gate-open',
  text: 'select open_clauses($1, $2::text[], $3::uuid[], $4) as student',
};

/** Opens clauses to students for a cause, and hands in what waited for it; what is open stays as it was. */
export async function openClauses(
  db: Db,
  assignment: string,
  clauses: readonly string[],
  students: readonly string[],
  cause: GateCause,
): Promise<readonly string[]> {
  const rows = await db.rows<{ student: string }>(statement, [
    assignment,
    clauses,
    students,
    cause,
  ]);
  return rows.map(({ student }) => student);
}
