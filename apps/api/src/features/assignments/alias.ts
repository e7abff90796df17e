import type { Db } from '../../db/client.ts';
import { ensureAlias } from '../gate/alias.ts';
import { studentsWithoutAlias } from './student-statements.ts';

/** A name for each student of the class who has none in an assignment that hides theirs. */
export async function ensureAliases(db: Db, assignment: string): Promise<void> {
  const rows = await db.rows<{ id: string }>(studentsWithoutAlias, [assignment]);
  for (const { id } of rows) await ensureAlias(db, assignment, id);
}
