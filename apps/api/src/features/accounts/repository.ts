import type { Locale } from '@glossator/contract';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { handleBase, numberedHandle } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import { account, moderator, person, siteRole } from '../../db/schema.ts';

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

/** A person with the first free handle of their name; nobody gets one that somebody has had. */
export async function insertPerson(db: Db, id: string, name: string): Promise<void> {
  const base = handleBase(name);
  const [taken] = await db.rows<{ n: number }>(takenHandles, [base.toLowerCase()]);
  for (let n = (taken?.n ?? 0) + 1; ; n += 1) {
    const handle = numberedHandle(base, n);
    const made = await db.rows(insertWithHandle, [id, name, handle]);
    if (made.length > 0) return;
  }
}

// Index person_handle: a base's own numbers stand together behind its dot.
const takenHandles: Statement = {
  name: 'taken-handles',
  text: `
    select coalesce(max(case
      when lower(handle) = $1 then 1
      when substr(lower(handle), length($1) + 2) ~ '^[0-9]{1,6}$'
        then substr(lower(handle), length($1) + 2)::integer end), 0) as n
    from person
    where lower(handle) collate "C" = $1
      or (lower(handle) collate "C" >= $1 || '.' and lower(handle) collate "C" < $1 || '/')`,
};
const insertWithHandle: Statement = {
  name: 'insert-person',
  text: `
    insert into person (id, name, handle)
    select $1, $2, $3
    where not exists (
      select from retired_handle where hash = sha256(convert_to(lower($3), 'UTF8')))
    on conflict ((lower(handle)) collate "C") do nothing
    returning id`,
};

/** A person and their account. False where the address has one already. */
export async function insertAccount(db: Db, { name, ...row }: NewAccount): Promise<boolean> {
  await insertPerson(db, row.personId, name);
  return insertAccountOf(db, row);
}

/** The account of a person who is there. */
export async function insertAccountOf(db: Db, row: Omit<NewAccount, 'name'>): Promise<boolean> {
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

// Only its digest is kept, so that nobody else can take the name old notes mention.
const retireHandle: Statement = {
  name: 'retire-handle',
  text: `
    insert into retired_handle (hash)
    select sha256(convert_to(lower(handle), 'UTF8')) from person where id = $1
    on conflict do nothing`,
};

export async function erasePerson(db: Db, personId: string): Promise<void> {
  await db.orm.delete(account).where(eq(account.personId, personId));
  await db.orm.delete(siteRole).where(eq(siteRole.personId, personId));
  await db.orm.delete(moderator).where(eq(moderator.personId, personId));
  await db.rows(retireHandle, [personId]);
  await db.orm
    .update(person)
    .set({
      state: 'erased',
      name: '',
      handle: sql`'gone.' || replace(gen_random_uuid()::text, '-', '')`,
    })
    .where(eq(person.id, personId));
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const rows = await db.orm
    .select({ role: siteRole.role })
    .from(siteRole)
    .where(eq(siteRole.role, 'administrator'))
    .limit(1);
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
      moderator: sql<boolean>`exists (select from ${moderator} where ${moderator.personId} = ${person.id})`,
      createdAt: account.createdAt,
    })
    .from(account)
    .innerJoin(person, eq(person.id, account.personId))
    .where(lt(account.personId, id))
    .orderBy(desc(account.personId))
    .limit(limit);
}
