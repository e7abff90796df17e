import { and, eq, gt, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { oneTimeToken } from '../../db/schema.ts';
import { makeToken } from '../../one-time-token.ts';

/*
 * Only the hash of a token is stored, with the one purpose it serves. Using one deletes its row, and
 * of two who try at once the second finds nothing.
 */
type Purpose = 'reset' | 'claim' | 'invitation' | 'class';

const alive = gt(oneTimeToken.expiresAt, sql`now()`);
const is = (purpose: Purpose, hash: Buffer) =>
  and(eq(oneTimeToken.purpose, purpose), eq(oneTimeToken.hash, hash));

/** A reset link for a person; for nobody the same statement keeps nothing. */
export async function issueReset(db: Db, personId: string | null): Promise<string> {
  const { token, hash } = makeToken();
  await db.rows(
    {
      name: 'issue-reset',
      text: `insert into one_time_token (hash, purpose, person_id, expires_at)
        select $1, 'reset', $2::uuid, now() + interval '1 hour' where $2::uuid is not null`,
    },
    [hash, personId],
  );
  return token;
}

export async function issueInvitation(
  db: Db,
  createdBy: string,
): Promise<{ token: string; expires: Date }> {
  const { token, hash } = makeToken();
  const rows = await db.orm
    .insert(oneTimeToken)
    .values({
      hash,
      purpose: 'invitation',
      createdBy,
      expiresAt: sql`now() + interval '7 days'`,
    })
    .returning({ expires: oneTimeToken.expiresAt });
  const [row] = rows;
  if (row === undefined) throw new Error('an invitation was not stored');
  return { token, expires: row.expires };
}

export async function isTokenAlive(db: Db, purpose: Purpose, hash: Buffer): Promise<boolean> {
  const rows = await db.orm
    .select({ purpose: oneTimeToken.purpose })
    .from(oneTimeToken)
    .where(and(is(purpose, hash), alive));
  return rows.length > 0;
}

/** Uses a token up; null where there is none alive. */
export async function spendToken(
  db: Db,
  purpose: Purpose,
  hash: Buffer,
): Promise<{ personId: string | null } | null> {
  const rows = await db.orm
    .delete(oneTimeToken)
    .where(and(is(purpose, hash), alive))
    .returning({ personId: oneTimeToken.personId });
  return rows[0] ?? null;
}

/** Uses up the invitation a registration leans on: it was alive when the registration was made. */
export async function spendInvitation(db: Db, hash: Buffer): Promise<boolean> {
  const rows = await db.orm
    .delete(oneTimeToken)
    .where(is('invitation', hash))
    .returning({ purpose: oneTimeToken.purpose });
  return rows.length > 0;
}

/** Resets of a person, and with `made` the invitations they gave out. */
export async function dropTokensOf(db: Db, personId: string, made: boolean): Promise<void> {
  const own = eq(oneTimeToken.personId, personId);
  await db.orm
    .delete(oneTimeToken)
    .where(made ? or(own, eq(oneTimeToken.createdBy, personId)) : own);
}

/** Invitations outlive their end by the time a registration may still lean on them. */
export async function dropExpiredTokens(db: Db): Promise<void> {
  await db.orm
    .delete(oneTimeToken)
    .where(
      sql`${oneTimeToken.expiresAt} < now() - case when ${oneTimeToken.purpose} = 'invitation' then interval '8 days' else interval '0' end`,
    );
}
