import type { HoldCause } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { closeCase, openCase, openHeldCase } from '../moderation/cases.ts';
import { holdCauses } from '../moderation/hold.ts';
import { dropProposal, putProposal } from '../moderation/proposals.ts';
import type { AnnotationDeps } from './access.ts';
import { targetRow } from './carry-repository.ts';
import { applyState } from './change-state.ts';
import type { AnnotationRow, Foreign, Reader, Words } from './repository.ts';
import type { Target } from './target.ts';

type Store = (db: Db) => Promise<boolean>;

async function causesNow(
  db: Db,
  { actor }: Reader,
  row: AnnotationRow,
  { body, search }: Words,
): Promise<readonly HoldCause[]> {
  const { places } = await targetRow(db, row.thread);
  const isPublic = row.state === 'published';
  return holdCauses(db, actor, {
    workId: row.work_id,
    places,
    body,
    folded: search.folded,
    note: { id: row.id, isPublic },
  });
}

/**
 * A note that nobody else has read yet is changed as it stands. What no phase holds any more is
 * public at once; what a moderator has handed back is for a moderator to look at again.
 */
export async function editWaiting(
  { db, transact }: AnnotationDeps,
  reader: Reader,
  row: AnnotationRow,
  words: Words,
  store: Store,
): Promise<boolean> {
  const causes = await causesNow(db, reader, row, words);
  const change = { id: row.id, actorId: row.author_id, reason: '' };
  return transact(async (tx) => {
    if (!(await store(tx))) return false;
    if (row.state !== 'held') {
      await applyState(tx, { ...change, action: 'resubmit' });
      await openHeldCase(tx, row.id, 'held', [{ phase: 'resubmitted' }, ...causes], words.body);
    } else if (causes.length > 0) await openHeldCase(tx, row.id, 'held', causes, words.body);
    else {
      await applyState(tx, { ...change, action: 'approve' });
      await closeCase(tx, row.id, 'held');
    }
    return true;
  });
}

/** What an edit says, and what it was begun from. */
interface Proposed {
  readonly words: Words;
  readonly said: Foreign['said'] | null;
  readonly target: Target | null;
}
interface Begun {
  readonly number: number;
  /** How often it had been proposed; 0 where what stands was edited. */
  readonly proposal: number;
}

/**
 * An edit of public words is a revision where no phase holds it; else it is kept beside them until it
 * is decided on, and readers go on reading what was approved.
 */
export async function editPublic(
  { db, transact }: AnnotationDeps,
  reader: Reader,
  row: AnnotationRow,
  { words, said, target }: Proposed,
  begun: Begun,
  store: Store,
): Promise<boolean> {
  const causes = row.state === 'published' ? await causesNow(db, reader, row, words) : [];
  return transact(async (tx) => {
    if (causes.length > 0) {
      if (target !== null)
        throw new Refusal(
          'target-held',
          'These words wait for a moderator. Change what the note points at by itself, or its words alone.',
        );
      if (!(await putProposal(tx, row.id, begun, words, said))) return false;
      await openHeldCase(tx, row.id, 'edit', causes, words.body);
      return true;
    }
    if (!(await store(tx))) return false;
    if (await dropProposal(tx, row.id)) await closeCase(tx, row.id, 'edit');
    if (row.state === 'hidden') {
      await closeCase(tx, row.id, 'appeal');
      await openCase(tx, row.id, 'edit', [{ phase: 'revised' }]);
    }
    return true;
  });
}
