import { limits, type Locale } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { requireAdministrator } from '../../permission.ts';
import type { MailQueue } from './queue.ts';
import { dropMailTo, dropOldMail, insertMail, mailBefore, waitingIds } from './repository.ts';
import {
  composeMail,
  lateSubjects,
  type LateKind,
  type MailKind,
  type WrittenKind,
} from './texts.ts';

export interface Letter {
  readonly kind: MailKind;
  readonly to: { readonly email: string; readonly key: string };
  readonly locale: Locale;
  /** Below the site's origin, with a slash. */
  readonly path: string;
  /** The title of a work, in the mail's language where it has one. */
  readonly about?: string;
  /** False where nobody is there to write to: the same work is done and nothing is kept. */
  readonly wanted?: boolean;
}

/** A mail whose words another feature has written. */
export interface WrittenLetter extends Pick<Letter, 'to' | 'locale'> {
  readonly kind: WrittenKind;
  readonly subject: string;
  readonly body: string;
}

export interface Outbox {
  /** False where no mail can be sent: an administrator reads the outbox instead. */
  readonly sends: boolean;
  /** Writes the mail and its job in the caller's transaction. */
  post(db: Db, letter: Letter): Promise<void>;
  /** The same for a mail that is written already. */
  put(db: Db, letter: WrittenLetter): Promise<void>;
  /** The same for a mail that is written when it is sent; its id. */
  announce(db: Db, letter: Pick<Letter, 'to' | 'locale'> & { kind: LateKind }): Promise<string>;
}

export function makeOutbox(queue: MailQueue, origin: URL, sends: boolean): Outbox {
  return {
    sends,
    post: async (db, { kind, to, locale, path, about, wanted = true }) => {
      const id = uuidv7();
      const words = composeMail(kind, locale, {
        link: `${origin.origin}${path}`,
        host: origin.host,
        about: about ?? null,
      });
      const row = { id, recipient: to.email, recipientKey: to.key, kind, locale, ...words };
      await insertMail(db, row, wanted);
      await queue.add(db, id);
    },
    put: async (db, { kind, to, locale, subject, body }) => {
      const id = uuidv7();
      const row = { id, recipient: to.email, recipientKey: to.key, kind, locale, subject, body };
      await insertMail(db, row, true);
      await queue.add(db, id);
    },
    announce: async (db, { kind, to, locale }) => {
      const id = uuidv7();
      const words = { subject: lateSubjects[kind][locale], body: '' };
      const row = { id, recipient: to.email, recipientKey: to.key, kind, locale, ...words };
      await insertMail(db, row, true);
      await queue.add(db, id);
      return id;
    },
  };
}

/** Gives every waiting mail a job: those written before mail was set up, or lost with a restore. */
export async function resumeMail(db: Db, queue: MailQueue): Promise<void> {
  for (const id of await waitingIds(db)) await queue.add(db, id);
}

export async function listMail(
  db: Db,
  actor: Actor,
  { sends }: Outbox,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  requireAdministrator(actor);
  const place = readCursor(cursor, 'instant', 'uuid');
  const before = place === null ? null : { created: place[0], id: place[1] };
  return pageOf(
    await mailBefore(db, before, limit + 1),
    limit,
    (row) => ({
      ...row,
      body: sends || row.state !== 'queued' || row.body === '' ? null : row.body,
    }),
    (last) => writeCursor(last.created, last.id),
  );
}

export const eraseMailTo = dropMailTo;
export const tidyMail = dropOldMail;
