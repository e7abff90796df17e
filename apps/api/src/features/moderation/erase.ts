import type { Db } from '../../db/client.ts';
import { eraseCaseStatements } from './erase-statements.ts';
import { dropWords } from './queue-statements.ts';

/** Takes what moderators said to a person about what they wrote; that it was decided stays. */
export async function eraseDecisionWords(db: Db, personId: string): Promise<void> {
  await db.rows(dropWords, [personId]);
}

/**
 * What of a person's waits for others to decide, and what they held in hand as a moderator. After their
 * notes, as everybody locks notes before cases.
 */
export async function eraseCases(db: Db, personId: string): Promise<void> {
  for (const statement of eraseCaseStatements) await db.rows(statement, [personId]);
}
