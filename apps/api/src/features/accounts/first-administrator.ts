import { eq, sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { makeTransact } from '../../db/client.ts';
import { oneTimeToken } from '../../db/schema.ts';
import { makeToken } from '../../one-time-token.ts';
import { hasAdministrator } from './repository.ts';

/**
 * While the site has no administrator: a link that makes one, good for an hour. Each call makes the
 * earlier link worthless, so only the newest start's terminal can be used.
 */
export function firstAdministratorLink(pool: Pool, origin: string): Promise<string | null> {
  return makeTransact(pool)(async (db) => {
    if (await hasAdministrator(db)) return null;
    const { token, hash } = makeToken();
    await db.orm.delete(oneTimeToken).where(eq(oneTimeToken.purpose, 'claim'));
    await db.orm
      .insert(oneTimeToken)
      .values({ hash, purpose: 'claim', expiresAt: sql`now() + interval '1 hour'` });
    return `${origin}/claim?token=${token}`;
  });
}
