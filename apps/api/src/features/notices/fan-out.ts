import type { NoticeReason } from '@glossator/contract';
import type { Transact } from '../../db/client.ts';
import { beginRounds } from './gather.ts';
import { dropDue, insertNotices, recipients, takeDue } from './fan-out-statements.ts';

/** Notes worked off in one transaction. */
const batch = 20;

interface Due extends Record<string, unknown> {
  readonly annotation_id: string;
  readonly whom: 'all' | 'mentioned';
}
interface Recipient extends Record<string, unknown> {
  readonly id: string;
  readonly person_id: string;
  readonly reason: NoticeReason;
  readonly mails: boolean;
  readonly via: string | null;
}

/** Writes the notices of some notes that wait; true where there may be more. Any process may. */
export function fanOut(transact: Transact): Promise<boolean> {
  return transact(async (db) => {
    const due = await db.rows<Due>(takeDue, [batch]);
    if (due.length === 0) return false;
    const keys = [due.map((each) => each.annotation_id), due.map(({ whom }) => whom)];
    const told = await db.rows<Recipient>(recipients, keys);
    const mailed = await db.rows<{ person_id: string }>(insertNotices, [
      told.map((each) => each.person_id),
      told.map(({ id }) => id),
      told.map(({ reason }) => reason),
      told.map(({ mails }) => mails),
      told.map(({ via }) => via),
    ]);
    await beginRounds(
      db,
      mailed.map((each) => each.person_id),
    );
    await db.rows(dropDue, keys);
    return due.length === batch;
  });
}
