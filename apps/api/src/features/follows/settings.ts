import type { FollowSettings, FollowSettingsChange } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { eq } from 'drizzle-orm';
import type { Db, Transact } from '../../db/client.ts';
import { account } from '../../db/schema.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { rescheduleMail } from '../notices/gather.ts';

const gone = (): Refusal => new Refusal('session-ended', 'This account has been deleted.');

export async function readFollowSettings(db: Db, actor: Actor): Promise<FollowSettings> {
  const personId = requireMember(actor);
  const [row] = await db.orm
    .select({
      ownThreads: account.followOwnThreads,
      mail: account.noticeMail,
      zone: account.timeZone,
    })
    .from(account)
    .where(eq(account.personId, personId));
  if (row === undefined) throw gone();
  return row;
}

/** The zone by its one name. An offset is none: the database would read its sign the other way round. */
export function acceptZone(name: string): string {
  try {
    if (!/^[a-z]/i.test(name)) throw new RangeError('an offset');
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new Refusal('zone-unknown', 'A time zone is named like Asia/Shanghai, or UTC.');
  }
}

export async function changeFollowSettings(
  { db, transact }: { readonly db: Db; readonly transact: Transact },
  actor: Actor,
  change: FollowSettingsChange,
): Promise<FollowSettings> {
  const personId = requireMember(actor);
  const zone = change.zone === undefined ? undefined : acceptZone(change.zone);
  await transact(async (transaction) => {
    await transaction.orm
      .update(account)
      .set({ followOwnThreads: change.ownThreads, noticeMail: change.mail, timeZone: zone })
      .where(eq(account.personId, personId));
    await rescheduleMail(transaction, personId);
  });
  return readFollowSettings(db, actor);
}
