import type { Locale } from '@glossator/contract';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { account, person, siteRole } from '../../db/schema.ts';

export interface AccountRow {
  readonly personId: string;
  readonly email: string;
  readonly emailKey: string;
  readonly passwordHash: string;
  readonly locale: Locale;
  readonly createdAt: Date;
}

/** Unique (email_key). */
export async function accountByKey(db: Db, emailKey: string): Promise<AccountRow | null> {
  const rows = await db.orm.select().from(account).where(eq(account.emailKey, emailKey));
  return rows[0] ?? null;
}

export async function accountOf(db: Db, personId: string): Promise<AccountRow | null> {
  const rows = await db.orm.select().from(account).where(eq(account.personId, personId));
  return rows[0] ?? null;
}

export interface NewAccount {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
  readonly passwordHash: string;
  readonly locale: Locale;
}

/** False where the address has an account already. */
export async function insertAccount(db: Db, { name, ...row }: NewAccount): Promise<boolean> {
  await db.orm.insert(person).values({ id: row.personId, name });
  const rows = await db.orm
    .insert(account)
    .values(row)
    .onConflictDoNothing({ target: account.emailKey })
    .returning({ id: account.personId });
  return rows.length > 0;
}

export async function writePassword(
  db: Db,
  personId: string,
  passwordHash: string,
): Promise<boolean> {
  const rows = await db.orm
    .update(account)
    .set({ passwordHash })
    .where(eq(account.personId, personId))
    .returning({ id: account.personId });
  return rows.length > 0;
}

export async function writeName(db: Db, personId: string, name: string): Promise<void> {
  await db.orm
    .update(person)
    .set({ name })
    .where(and(eq(person.id, personId), eq(person.state, 'active')));
}

export async function writeLocale(db: Db, personId: string, locale: Locale): Promise<void> {
  await db.orm.update(account).set({ locale }).where(eq(account.personId, personId));
}

/** Locks the person until the transaction ends; what they write meanwhile waits and is then refused. */
export async function lockPerson(db: Db, personId: string): Promise<boolean> {
  const rows = await db.orm
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.state, 'active')))
    .for('update');
  return rows.length > 0;
}

export async function erasePerson(db: Db, personId: string): Promise<void> {
  await db.orm.delete(account).where(eq(account.personId, personId));
  await db.orm.delete(siteRole).where(eq(siteRole.personId, personId));
  await db.orm.update(person).set({ state: 'erased', name: '' }).where(eq(person.id, personId));
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const rows = await db.orm.select({ role: siteRole.role }).from(siteRole).limit(1);
  return rows.length > 0;
}

/** One claim after the other: two links must not make two first administrators. */
export async function lockClaims(db: Db): Promise<void> {
  await db.orm.execute(sql`select pg_advisory_xact_lock(hashtext('glossator:claim'))`);
}

export async function makeAdministrator(db: Db, personId: string): Promise<void> {
  await db.orm.insert(siteRole).values({ personId, role: 'administrator' }).onConflictDoNothing();
}

// Primary key of account, read backwards: ids of people grow with time.
export function peopleBefore(db: Db, id: string, limit: number) {
  return db.orm
    .select({
      id: person.id,
      name: person.name,
      email: account.email,
      administrator: sql<boolean>`exists (select from ${siteRole} where ${siteRole.personId} = ${person.id} and ${siteRole.role} = 'administrator')`,
      createdAt: account.createdAt,
    })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(lt(account.personId, id))
    .orderBy(desc(account.personId))
    .limit(limit);
}
