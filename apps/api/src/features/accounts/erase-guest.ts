import type { Db } from '../../db/client.ts';
import { eraseEverything } from './erase-everything.ts';
import { forgetGuest } from './guest-statements.ts';
import { lockPerson } from './repository.ts';

/**
 * Somebody without an account, whom no class holds any more. If they confirm their address after that,
 * the account is of somebody who has written nothing yet.
 */
export async function eraseGuest(db: Db, personId: string): Promise<void> {
  if (!(await lockPerson(db, personId))) return;
  for (const statement of forgetGuest) await db.rows(statement, [personId]);
  await eraseEverything(db, { personId, emailKey: null, writing: 'remove' });
}
