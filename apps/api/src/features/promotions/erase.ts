import type { Db } from '../../db/client.ts';
import { erasePromotions } from './statements.ts';

/** Takes somebody who goes out of what commentaries ask of them, and out of what they asked for. */
export async function eraseFromPromotions(db: Db, personId: string): Promise<void> {
  for (const statement of erasePromotions) await db.rows(statement, [personId]);
}
