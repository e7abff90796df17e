import { nextWithdrawal } from '@glossator/domain';
import type { Transact } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { dropWords, lockRevision } from './revision-repository.ts';
import { writeEvent } from './state-repository.ts';

interface Withdrawing {
  readonly id: string;
  readonly number: number;
  readonly actorId: string;
  readonly by: 'author' | 'staff';
  readonly reason: string;
}

/**
 * The one way a revision loses its words, for good: locks it, asks what may follow, and empties it
 * and writes the event together. Whether the actor may is asked before.
 */
export async function changeRevision(
  transact: Transact,
  { id, number, actorId, by, reason }: Withdrawing,
): Promise<void> {
  await transact(async (db) => {
    const now = await lockRevision(db, id, number);
    if (now === null) throw notFound();
    const next = nextWithdrawal(now, by);
    if (next === null)
      throw new Refusal('state-changed', 'Its words were taken away already; look at it again.');
    await dropWords(db, id, number, next);
    await writeEvent(db, {
      annotationId: id,
      actorId,
      action: 'withdraw',
      before: now,
      after: next,
      reason,
      revision: number,
    });
  });
}
