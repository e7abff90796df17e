import type { Db, Transact } from '../../db/client.ts';
import { openClauses } from '../gate/open.ts';
import { holdAll, holdOf } from './hold.ts';
import {
  dueGate,
  settleTime as settleStatement,
  studentIds,
  takeDueGate,
} from './student-statements.ts';
import { clausesOf } from './statements.ts';

/**
 * Opens to a student what time has opened, where that has not been done yet: before anything is read
 * for them, for they may have come in after it was opened to all. One after the other in an
 * assignment, and before whoever writes holds it. True where something opened.
 */
export async function settleTime(db: Db, assignment: string, personId: string): Promise<boolean> {
  const held = holdOf(assignment);
  return (await db.rows(settleStatement, [assignment, personId, held])).length > 0;
}

/** Students whose clauses are opened by one statement. */
const together = 100;

/** Opens to all what time has opened of one assignment; true where there may be another. */
export async function openDueGate({
  db,
  transact,
}: {
  readonly db: Db;
  readonly transact: Transact;
}): Promise<boolean> {
  const [due] = await db.rows<{ id: string }>(dueGate, []);
  if (due === undefined) return false;
  await transact(async (transaction) => {
    await holdAll(transaction, due.id);
    // Another process may have done it while this one waited.
    if ((await transaction.rows(takeDueGate, [due.id])).length === 0) return;
    const [{ clauses } = { clauses: [] }] = await transaction.rows<{ clauses: string[] }>(
      clausesOf,
      [due.id],
    );
    const students = await transaction.rows<{ id: string }>(studentIds, [due.id]);
    for (let n = 0; n < students.length; n += together) {
      const some = students.slice(n, n + together).map(({ id }) => id);
      await openClauses(transaction, due.id, clauses, some, 'time');
    }
  });
  return true;
}
