import type { Db } from '../../db/client.ts';
import { dropWords } from './queue-statements.ts';

/** Takes what moderators said to a person about what they wrote; that it was decided stays. */
export async function eraseDecisionWords(db: Db, personId: string): Promise<void> {
  await db.rows(dropWords, [personId]);
}
