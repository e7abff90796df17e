import type { Db } from '../../db/client.ts';
import { eraseFromPromotions } from '../promotions/erase.ts';
import { dropLonely, eraseAuthor, inheritLeads } from './statements.ts';

/**
 * Takes somebody who goes out of all commentaries. What they wrote together with others stays, by
 * nobody; what they wrote alone goes.
 */
export async function eraseFromCommentaries(db: Db, personId: string): Promise<void> {
  await db.rows(dropLonely, [personId]);
  await db.rows(inheritLeads, [personId]);
  for (const statement of eraseAuthor) await db.rows(statement, [personId]);
  await eraseFromPromotions(db, personId);
}
