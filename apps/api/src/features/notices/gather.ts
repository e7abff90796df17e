import type { Locale } from '@glossator/contract';
import type { Db, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import {
  anyWaiting,
  beginMailRounds,
  dropMailRound,
  endMailRound,
  gatherNotices,
  moveMailRound,
  recipientToMail,
  roundsDue,
  settleMailNotices,
} from './gather-statements.ts';

/** People looked at in one turn; each has a transaction of their own. */
const batch = 50;

/** These people have notices that wait for their next mail. */
export async function beginRounds(db: Db, people: readonly string[]): Promise<void> {
  if (people.length > 0) await db.rows(beginMailRounds, [[...new Set(people)]]);
}

/** After another choice of when, or of none. */
export async function rescheduleMail(db: Db, personId: string): Promise<void> {
  await db.rows(dropMailRound, [personId]);
  await db.rows(moveMailRound, [personId]);
}

interface Recipient extends Record<string, unknown> {
  readonly email: string;
  readonly email_key: string;
  readonly locale: Locale;
  readonly wanted: boolean;
}

/** Its notices have been told, or never will be by mail. */
export async function settleLetter(db: Db, mail: string): Promise<void> {
  await db.rows(settleMailNotices, [mail]);
}

/** One mail of everything that waits for a person, in the outbox in the same transaction. */
async function gatherFor(db: Db, outbox: Outbox, personId: string): Promise<void> {
  const [to] = await db.rows<Recipient>(recipientToMail, [personId]);
  if (to === undefined) return;
  await db.rows(dropMailRound, [personId]);
  const mine = await db.rows(endMailRound, [personId]);
  if (mine.length === 0 || !to.wanted) return;
  if ((await db.rows(anyWaiting, [personId])).length === 0) return;
  const mail = await outbox.announce(db, {
    kind: 'notices',
    to: { email: to.email, key: to.email_key },
    locale: to.locale,
  });
  await db.rows(gatherNotices, [personId, mail]);
}

/** Puts what is due into the outbox; true where there may be more. Any process may. */
export async function gatherMail(
  { db, transact }: { readonly db: Db; readonly transact: Transact },
  outbox: Outbox,
): Promise<boolean> {
  const due = await db.rows<{ person_id: string }>(roundsDue, [batch]);
  const failures: unknown[] = [];
  for (const { person_id: personId } of due) {
    try {
      await transact((transaction) => gatherFor(transaction, outbox, personId));
    } catch (error) {
      // One person's trouble keeps nobody else waiting.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return due.length === batch;
}
