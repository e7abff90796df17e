import {
  nextAnnotationState,
  nextResolution,
  restoreWindowMinutes,
  type AnnotationAction,
  type AnnotationState,
  type DecisionRole,
  type RefusalReason,
  type ResolutionAction,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Transact } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { appendDecision } from '../decision-log/append.ts';
import {
  lockResolution,
  lockState,
  releaseNote,
  retractNote,
  writeEvent,
  writeResolution,
  writeState,
  type StateRow,
} from './state-repository.ts';

interface Change<Action> {
  readonly id: string;
  readonly actorId: string;
  readonly action: Action;
  readonly reason: string;
}

export interface StateChange extends Change<AnnotationAction> {
  /** Why a note is withheld, which readers are told; 'other' where nothing is said. */
  readonly code?: RefusalReason;
  /** The newest version its actor has seen; null where they were not asked. */
  readonly version?: number | null;
  /** Where an undone decision began. */
  readonly before?: AnnotationState;
}

export interface Changed {
  readonly before: AnnotationState;
  readonly after: AnnotationState;
  readonly version: number;
  readonly authorId: string;
}

const changed = (): Refusal =>
  new Refusal('state-changed', 'The note has changed meanwhile; look at it again.');

/** Notes that wait become public, and back, by moving between layers. */
async function store(
  db: Db,
  id: string,
  { state }: StateRow,
  next: AnnotationState,
): Promise<void> {
  const waited = nextAnnotationState(state, 'approve') !== null;
  const waits = nextAnnotationState(next, 'approve') !== null;
  if (waited && next === 'published') {
    if (!(await releaseNote(db, id)))
      throw new Refusal('parent-gone', 'The note that this answers has been taken away.');
  } else if (state === 'published' && waits) {
    if (!(await retractNote(db, id, uuidv7(), next)))
      throw new Refusal('note-answered', 'Somebody has answered this note meanwhile.');
  } else await writeState(db, id, next);
}

/**
 * The one way an annotation changes state: locks it, asks what may follow, and writes state and
 * event together, in the transaction it is given. Whether the actor may is asked before.
 */
export async function applyState(
  db: Db,
  { id, actorId, action, reason, code = 'other', version = null, before }: StateChange,
): Promise<Changed> {
  const row = await lockState(db, id, restoreWindowMinutes);
  if (row === null) throw notFound();
  if (version !== null && row.version !== version)
    throw new Refusal('version-stale', 'The note was changed elsewhere; look at it again.');
  const next = nextAnnotationState(row.state, action, before ?? row.beforeDeletion);
  if (next === null) throw changed();
  if (action === 'restore' && !row.recent)
    throw new Refusal(
      'restore-too-late',
      `A deletion can be taken back for ${String(restoreWindowMinutes)} minutes.`,
    );
  await store(db, id, row, next);
  await writeEvent(db, {
    annotationId: id,
    actorId,
    action,
    before: row.state,
    after: next,
    reason,
    reasonCode: action === 'hide' ? code : '',
  });
  return { before: row.state, after: next, version: row.version, authorId: row.authorId };
}

/** The same in a transaction of its own. What the staff does of its own accord stands in the decision log. */
export const changeState = (
  transact: Transact,
  change: StateChange & { readonly staff?: DecisionRole },
): Promise<void> =>
  transact(async (db) => {
    const { before, after, version, authorId } = await applyState(db, change);
    const { action, staff } = change;
    if (staff !== undefined && (action === 'hide' || action === 'unhide'))
      await appendDecision(db, {
        caseId: null,
        annotationId: change.id,
        revision: version,
        actorId: change.actorId,
        actorRole: staff,
        subjectId: authorId,
        action,
        before,
        after,
        reason: action === 'hide' ? (change.code ?? 'other') : '',
        words: change.reason,
        batchId: null,
        undoes: null,
      });
  });

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
