import type { Db } from '../../db/client.ts';
import { dropPseudonym, dropWordsAbout, lockChain } from './statements.ts';

/**
 * Takes the way from the chain to a person, and what was said in decisions about them; the rows stay.
 * Call it last: it waits for whoever appends, so that no words about them come in behind it.
 */
export async function eraseDecisions(db: Db, personId: string): Promise<void> {
  await db.rows(lockChain, []);
  await db.rows(dropWordsAbout, [personId]);
  await db.rows(dropPseudonym, [personId]);
}
