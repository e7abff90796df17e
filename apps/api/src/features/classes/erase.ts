import type { Db } from '../../db/client.ts';
import { archiveOrphans, eraseMemberships, eraseTraces } from './statements.ts';

/** Takes somebody who goes out of all classes. One that nobody else instructs can only be read from then on. */
export async function eraseClassMemberships(db: Db, personId: string): Promise<void> {
  await db.rows(archiveOrphans, [personId]);
  await db.rows(eraseMemberships, [personId]);
  for (const statement of eraseTraces) await db.rows(statement, [personId]);
}
