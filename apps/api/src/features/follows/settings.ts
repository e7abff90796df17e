import type { FollowSettings } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { account } from '../../db/schema.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';

export async function readFollowSettings(db: Db, actor: Actor): Promise<FollowSettings> {
  const personId = requireMember(actor);
  const [row] = await db.orm
    .select({ ownThreads: account.followOwnThreads })
    .from(account)
    .where(eq(account.personId, personId));
  if (row === undefined) throw new Refusal('session-ended', 'This account has been deleted.');
  return row;
}

export async function changeFollowSettings(
  db: Db,
  actor: Actor,
  { ownThreads }: FollowSettings,
): Promise<FollowSettings> {
  const personId = requireMember(actor);
  await db.orm
    .update(account)
    .set({ followOwnThreads: ownThreads })
    .where(eq(account.personId, personId));
  return readFollowSettings(db, actor);
}
