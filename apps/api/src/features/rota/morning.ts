import type { Locale } from '@glossator/contract';
import type { Db, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import {
  administratorsToMail,
  moderatorToMail,
  morningsDue,
  nextMorning,
  soundAlarm,
} from './round-statements.ts';
import { overdueWorks } from './statements.ts';

/** People looked at in one turn; each has a transaction of their own. */
const batch = 50;

interface Deps {
  readonly db: Db;
  readonly transact: Transact;
}
interface Recipient extends Record<string, unknown> {
  readonly email: string;
  readonly email_key: string;
  readonly locale: Locale;
}

async function wake(db: Db, outbox: Outbox, personId: string): Promise<void> {
  const [to] = await db.rows<Recipient & { wanted: boolean }>(moderatorToMail, [personId]);
  const mine = await db.rows(nextMorning, [personId]);
  if (to?.wanted !== true || mine.length === 0) return;
  await outbox.announce(db, {
    kind: 'moderation-summary',
    to: { email: to.email, key: to.email_key },
    locale: to.locale,
  });
}

/** Puts the mails of those whose morning has come into the outbox; true where there may be more. */
export async function beginMornings({ db, transact }: Deps, outbox: Outbox): Promise<boolean> {
  const due = await db.rows<{ person_id: string }>(morningsDue, [batch]);
  const failures: unknown[] = [];
  for (const { person_id: personId } of due) {
    try {
      await transact((transaction) => wake(transaction, outbox, personId));
    } catch (error) {
      // One person's trouble keeps nobody else waiting.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return due.length === batch;
}

/** Tells the administrators of works whose oldest case has waited too long: once a day while it does. */
export async function callAdministrators({ transact }: Deps, outbox: Outbox): Promise<void> {
  await transact(async (db) => {
    const overdue = await db.rows<{ id: number }>(overdueWorks, [null]);
    if (overdue.length === 0) return;
    const told = await db.rows(soundAlarm, [overdue.map(({ id }) => id).sort((a, b) => a - b)]);
    if (told.length === 0) return;
    for (const to of await db.rows<Recipient>(administratorsToMail, []))
      await outbox.announce(db, {
        kind: 'moderation-alarm',
        to: { email: to.email, key: to.email_key },
        locale: to.locale,
      });
  });
}
