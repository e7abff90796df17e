import type { AnnotationView, Hiding } from '@glossator/contract';
import { isClassLayer, type CaseAction, type RefusalReason } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { permitted } from '../annotations/access.ts';
import { changeState } from '../annotations/change-state.ts';
import { readAnnotation } from '../annotations/service.ts';
import type { ModerationDeps } from './access.ts';
import { openFlagged } from './case-statements.ts';
import { openCase } from './cases.ts';
import { judgeCase, record } from './decide.ts';
import { lockNote, lockPeople } from './queue-statements.ts';

type Reader = Parameters<typeof readAnnotation>[1];

interface Order {
  readonly action: Extract<CaseAction, 'hide' | 'unhide'>;
  readonly reason?: RefusalReason;
  readonly words: string;
  /** The revision that was on the screen; absent where none was said to be. */
  readonly version?: number;
}

/**
 * The case that is decided. Who hides a note that readers have reported answers them by it; else nobody
 * has asked, and the decision has a case of its own.
 */
async function caseOf(db: Db, note: string, { action }: Order) {
  if (action === 'hide') {
    const [flagged] = await db.rows<{ id: string; version: number }>(openFlagged, [note]);
    if (flagged !== undefined) return flagged;
  }
  return { id: await openCase(db, note, 'staff', []), version: 1 };
}

/** What a moderator decides on a note that is before them, beside the queue, by the same one function. */
async function decideByHand(
  deps: ModerationDeps,
  reader: Reader,
  id: string,
  order: Order,
): Promise<AnnotationView> {
  const row = await permitted(deps, reader, id, order.action);
  const { action, reason, words, version: revision = row.version } = order;
  const actorId = requireMember(reader.actor);
  // A class is kept by its own staff: nothing of it is the site's to decide, log or hear appeals on.
  if (isClassLayer(row.layer)) {
    const code = reason === undefined ? {} : { code: reason };
    await changeState(deps.transact, {
      id,
      actorId,
      action,
      reason: words,
      version: revision,
      ...code,
    });
    return readAnnotation(deps, reader, id);
  }
  await deps.transact(async (db) => {
    await db.rows(lockPeople, [[row.author_id, actorId]]);
    await db.rows(lockNote, [id]);
    const { id: caseId, version } = await caseOf(db, id, order);
    const form = { action, words, version, revision, ...(reason === undefined ? {} : { reason }) };
    const judged = await judgeCase(deps, db, reader.actor, caseId, form, null);
    if (judged.outcome !== 'decided')
      throw new Refusal('version-stale', 'The note was changed elsewhere; look at it again.');
    await record(db, [judged]);
  });
  return readAnnotation(deps, reader, id);
}

export const hideByHand = (
  deps: ModerationDeps,
  reader: Reader,
  id: string,
  { code, reason: words, version }: Hiding,
): Promise<AnnotationView> =>
  decideByHand(deps, reader, id, {
    action: 'hide',
    reason: code,
    words,
    ...(version === undefined ? {} : { version }),
  });

export const showByHand = (
  deps: ModerationDeps,
  reader: Reader,
  id: string,
  words: string,
): Promise<AnnotationView> => decideByHand(deps, reader, id, { action: 'unhide', words });
