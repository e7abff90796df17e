import {
  nextAnnotationState,
  nextResolution,
  restoreWindowMinutes,
  type AnnotationAction,
  type DecisionRole,
  type ResolutionAction,
} from '@glossator/domain';
import type { Transact } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { appendDecision } from '../decision-log/append.ts';
import {
  lockResolution,
  lockState,
  writeEvent,
  writeResolution,
  writeState,
} from './state-repository.ts';

interface Change<Action> {
  readonly id: string;
  readonly actorId: string;
  readonly action: Action;
  readonly reason: string;
}

interface StateChange extends Change<AnnotationAction> {
  /** The newest version its actor has seen; null where they were not asked. */
  readonly version?: number | null;
  /** As what the staff acts of its own accord: it then stands in the decision log. */
  readonly staff?: DecisionRole;
}

/**
 * The one way an annotation changes state: locks it, asks what may follow, and writes state and
 * event together. Whether the actor may is asked before.
 */
export async function changeState(
  transact: Transact,
  { id, actorId, action, reason, version = null, staff }: StateChange,
): Promise<void> {
  await transact(async (db) => {
    const row = await lockState(db, id, restoreWindowMinutes);
    if (row === null) throw notFound();
    if (version !== null && row.version !== version)
      throw new Refusal('version-stale', 'The note was changed elsewhere; look at it again.');
    const next = nextAnnotationState(row.state, action, row.beforeDeletion);
    if (next === null)
      throw new Refusal('state-changed', 'The note has changed meanwhile; look at it again.');
    if (action === 'restore' && !row.recent)
      throw new Refusal(
        'restore-too-late',
        `A deletion can be taken back for ${String(restoreWindowMinutes)} minutes.`,
      );
    await writeState(db, id, next);
    await writeEvent(db, {
      annotationId: id,
      actorId,
      action,
      before: row.state,
      after: next,
      reason,
    });
    if (staff !== undefined && (action === 'hide' || action === 'unhide'))
      await appendDecision(db, {
        caseId: null,
        annotationId: id,
        revision: row.version,
        actorId,
        actorRole: staff,
        subjectId: row.authorId,
        action,
        before: row.state,
        after: next,
        reason: '',
        words: reason,
        batchId: null,
        undoes: null,
      });
  });
}

/** The same for a thread, logged on its root. */
export async function changeResolution(
  transact: Transact,
  { id, actorId, action, reason }: Change<ResolutionAction>,
): Promise<void> {
  await transact(async (db) => {
    const row = await lockResolution(db, id);
    if (row === null) throw notFound();
    const next = nextResolution(row.resolution, action);
    if (next === null)
      throw new Refusal('state-changed', 'The thread has changed meanwhile; look at it again.');
    await writeResolution(db, id, next);
    await writeEvent(db, {
      annotationId: row.rootId,
      actorId,
      action,
      before: row.resolution,
      after: next,
      reason,
    });
  });
}
