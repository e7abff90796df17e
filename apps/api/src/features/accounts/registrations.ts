import type { Locale } from '@glossator/contract';
import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { ends, isoInstant } from '../../db/instant.ts';
import { registration } from '../../db/schema.ts';

export interface NewRegistration {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly invitationHash: Buffer | null;
  readonly personId: string | null;
}

/** Keeps nothing where the address has an account: the same statement runs in both cases. */
export async function insertRegistration(db: Db, row: NewRegistration): Promise<void> {
  await db.rows(
    {
      name: 'insert-registration',
      text: `insert into registration
          (id, token_hash, name, email, email_key, password_hash, locale, invitation_hash, person_id, expires_at)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, now() + interval '7 days'
        where not exists (select from account where email_key = $5)`,
    },
    [
      row.id,
      row.tokenHash,
      row.name,
      row.email,
      row.emailKey,
      row.passwordHash,
      row.locale,
      row.invitationHash,
      row.personId,
    ],
  );
}

const alive = gt(registration.expiresAt, sql`now()`);
export type Waiting = typeof registration.$inferSelect;

/** Unique (token_hash). */
export async function registrationByToken(db: Db, tokenHash: Buffer): Promise<Waiting | null> {
  const rows = await db.orm
    .select()
    .from(registration)
    .where(and(eq(registration.tokenHash, tokenHash), alive));
  return rows[0] ?? null;
}

/** Takes a registration away to make an account of it; null where somebody else has. */
export async function takeRegistration(db: Db, id: string): Promise<Waiting | null> {
  const rows = await db.orm
    .delete(registration)
    .where(and(eq(registration.id, id), alive))
    .returning();
  return rows[0] ?? null;
}

/** Index registration_email. */
export async function dropRegistrationsFor(db: Db, emailKey: string): Promise<void> {
  await db.orm.delete(registration).where(eq(registration.emailKey, emailKey));
}

/** Index registration_expiry. */
export async function dropExpiredRegistrations(db: Db): Promise<void> {
  await db.orm.delete(registration).where(lt(registration.expiresAt, sql`now()`));
}

// Index registration_age (created_at, id).
export function registrationsAfter(
  db: Db,
  place: { readonly created: string; readonly id: string } | null,
  limit: number,
) {
  return db.orm
    .select({
      id: registration.id,
      name: registration.name,
      email: registration.email,
      created: sql<string>`${sql.raw(isoInstant('created_at'))}`,
      expires: registration.expiresAt,
    })
    .from(registration)
    .where(
      and(
        alive,
        sql`(${registration.createdAt}, ${registration.id}) > (${place?.created ?? ends.firstInstant}::timestamptz, ${place?.id ?? ends.firstUuid}::uuid)`,
      ),
    )
    .orderBy(asc(registration.createdAt), asc(registration.id))
    .limit(limit);
}
