import type { Db } from '../../db/client.ts';
import * as statements from './guest-statements.ts';

export const isGuest = async (db: Db, personId: string): Promise<boolean> =>
  (await db.rows(statements.guestOf, [personId])).length > 0;

/**
 * Somebody has proved that an address is theirs: whoever came into a class under it is signed out, and
 * comes in no more. What they wrote stays under the name they gave. `self` goes on as its owner.
 */
export async function endGuests(db: Db, emailKey: string, self: string | null): Promise<void> {
  await db.rows(statements.endGuestSessions, [emailKey, self]);
  await db.rows(statements.endGuests, [emailKey]);
}
