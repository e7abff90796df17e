import { nextFlagState, type CaseAction } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { eraseFlags as eraseStatement, reopenFlags, settleOpen } from './statements.ts';

/** What a decision on a note makes of the flags it was about, in the decision's own transaction. */
export async function settleFlags(db: Db, caseId: string, action: CaseAction): Promise<void> {
  if (action !== 'hide' && action !== 'keep') return;
  await db.rows(settleOpen, [caseId, nextFlagState('open', action)]);
}

/** A decision that is taken back leaves them open again. */
export async function unsettleFlags(db: Db, caseId: string): Promise<void> {
  await db.rows(reopenFlags, [caseId]);
}

export async function eraseFlags(db: Db, personId: string): Promise<void> {
  await db.rows(eraseStatement, [personId]);
}
