import type { Locale } from '@glossator/contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { ends, isoInstant } from '../../db/instant.ts';
import { mail } from '../../db/schema.ts';
import type { LateKind, MailKind, WrittenKind } from './texts.ts';

export interface NewMail {
  readonly id: string;
  readonly recipient: string;
  readonly recipientKey: string;
  readonly kind: MailKind | LateKind | WrittenKind;
  readonly locale: Locale;
  readonly subject: string;
  readonly body: string;
}

/** The same statement whether or not there is somebody to write to. */
export async function insertMail(db: Db, row: NewMail, wanted: boolean): Promise<void> {
  await db.rows(
    {
      name: 'insert-mail',
      text: `insert into mail (id, recipient, recipient_key, kind, locale, subject, body)
        select $1, $2, $3, $4, $5, $6, $7 where $8::boolean`,
    },
    [row.id, row.recipient, row.recipientKey, row.kind, row.locale, row.subject, row.body, wanted],
  );
}

export interface WaitingMail {
  readonly recipient: string;
  readonly kind: MailKind | LateKind | WrittenKind;
  readonly state: 'queued' | 'sending';
  readonly subject: string;
  readonly body: string;
  /** Hours since it was written. */
  readonly age: number;
}

export async function waitingMail(db: Db, id: string): Promise<WaitingMail | null> {
  const rows = await db.rows<WaitingMail & Record<string, unknown>>(
    {
      name: 'waiting-mail',
      text: `select recipient, kind, state, subject, body,
          (extract(epoch from now() - created_at) / 3600)::float8 as age
        from mail where id = $1 and state in ('queued', 'sending')`,
    },
    [id],
  );
  return rows[0] ?? null;
}

/** Ids of mail not sent yet, oldest first. Index mail_age. */
export async function waitingIds(db: Db): Promise<string[]> {
  const rows = await db.orm
    .select({ id: mail.id })
    .from(mail)
    .where(eq(mail.state, 'queued'))
    .orderBy(mail.createdAt, mail.id);
  return rows.map(({ id }) => id);
}

/** False where another worker has it. What is found so later was handed over, perhaps. */
export async function claimMail(db: Db, id: string): Promise<boolean> {
  const rows = await db.orm
    .update(mail)
    .set({ state: 'sending', changedAt: sql`now()` })
    .where(and(eq(mail.id, id), eq(mail.state, 'queued')))
    .returning({ id: mail.id });
  return rows.length > 0;
}

export async function dropMail(db: Db, id: string): Promise<void> {
  await db.orm.delete(mail).where(eq(mail.id, id));
}

// The words may hold a link that signs somebody in: they are not kept once they have done their work.
export async function settleMail(
  db: Db,
  id: string,
  state: 'sent' | 'failed',
  lastError: string,
): Promise<void> {
  await db.orm
    .update(mail)
    .set({ state, body: '', lastError, changedAt: sql`now()` })
    .where(eq(mail.id, id));
}

/** It waits for another attempt. */
export async function noteError(db: Db, id: string, lastError: string): Promise<void> {
  await db.orm
    .update(mail)
    .set({ state: 'queued', lastError, changedAt: sql`now()` })
    .where(eq(mail.id, id));
}

export interface MailPlace {
  readonly created: string;
  readonly id: string;
}

// Index mail_age (created_at, id), read backwards.
export function mailBefore(db: Db, place: MailPlace | null, limit: number) {
  return db.orm
    .select({
      id: mail.id,
      recipient: mail.recipient,
      kind: mail.kind,
      subject: mail.subject,
      body: mail.body,
      state: mail.state,
      lastError: mail.lastError,
      created: sql<string>`${sql.raw(isoInstant('created_at'))}`,
    })
    .from(mail)
    .where(
      sql`(${mail.createdAt}, ${mail.id}) < (${place?.created ?? ends.lastInstant}::timestamptz, ${place?.id ?? ends.lastUuid}::uuid)`,
    )
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(limit);
}

/** Index mail_recipient. */
export async function dropMailTo(db: Db, recipientKey: string): Promise<void> {
  await db.orm.delete(mail).where(eq(mail.recipientKey, recipientKey));
}

/** What is settled and old; what nobody ever sent is worthless sooner than that. */
export async function dropOldMail(db: Db): Promise<void> {
  await db.orm.delete(mail).where(sql`${mail.createdAt} < now() - interval '30 days'`);
}
