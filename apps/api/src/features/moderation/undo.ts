import type { CaseView } from '@glossator/contract';
import {
  keepsPublicNotes,
  staffRole,
  type Actor,
  type AnnotationState,
  type CaseAction,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { applyState } from '../annotations/change-state.ts';
import { appendDecision, type DecisionEntry } from '../decision-log/append.ts';
import { unsettleFlags } from '../flags/settle.ts';
import { checkImpartial, type ModerationDeps } from './access.ts';
import { unsettleProposal } from './case-statements.ts';
import { lock } from './decide.ts';
import type { CaseRow } from './present-case.ts';
import { readCase } from './queue.ts';
import { dropCase, oneDecision, reopenCase, undoDecision } from './queue-statements.ts';
import { canUndo } from './undo-rule.ts';

interface DecisionRow extends Record<string, unknown> {
  readonly case_id: string;
  readonly annotation_id: string;
  readonly author_id: string;
  readonly action: CaseAction;
  readonly revision: number;
  readonly before: string;
  readonly after: string;
  readonly log_seq: number;
  readonly work_id: number;
}

/** Puts a note back to where a decision began, in the transaction it is given; its row of the log is yet to come. */
export async function takeBack(
  db: Db,
  actor: Actor,
  id: string,
  batchId: string | null,
): Promise<DecisionEntry & { readonly caseId: string }> {
  const actorId = requireMember(actor);
  const [known] = await db.rows<DecisionRow>(oneDecision, [id]);
  if (known === undefined || !keepsPublicNotes(actor, known.work_id)) throw notFound();
  const { row } = await lock(db, actor, known.case_id);
  checkImpartial(actorId, row);
  if (!canUndo(row.kind, known.action, row.note_state, known.before))
    throw new Refusal('state-changed', 'This decision cannot be taken back; decide anew.');
  if ((await db.rows(undoDecision, [id, actorId])).length === 0)
    throw new Refusal(
      'undo-too-late',
      'A decision can be taken back for ten minutes; its author has been told.',
    );
  if (known.before !== known.after)
    await (row.kind === 'edit' ? putEditBack(db, known) : putBack(db, known, row, actorId));
  // What nobody asked waits for nobody either.
  const again = row.kind === 'staff' ? dropCase : reopenCase;
  if ((await db.rows(again, [known.case_id])).length === 0)
    throw new Refusal('state-changed', 'The note waits again already; decide there.');
  await unsettleFlags(db, known.case_id);
  return {
    caseId: known.case_id,
    annotationId: known.annotation_id,
    revision: known.revision,
    actorId,
    actorRole: staffRole(actor),
    subjectId: known.author_id,
    action: 'undo',
    before: known.after,
    after: known.before,
    reason: '',
    words: '',
    batchId,
    undoes: known.log_seq,
  };
}

/**
 * Takes a decision back while its author has not been told of it: the note is where it was, and the
 * case waits again where one did. It is a decision of its own in the log.
 */
export async function undo(deps: ModerationDeps, actor: Actor, id: string): Promise<CaseView> {
  const caseId = await deps.transact(async (db) => {
    const entry = await takeBack(db, actor, id, null);
    await appendDecision(db, entry);
    return entry.caseId;
  });
  return readCase(deps, actor, caseId);
}

const movedOn = () => new Refusal('state-changed', 'The note has changed meanwhile; decide anew.');

async function putBack(
  db: Db,
  { annotation_id: id, before, after }: DecisionRow,
  { note_state: state }: CaseRow,
  actorId: string,
): Promise<void> {
  // An appeal, or somebody by hand, has brought the note elsewhere meanwhile.
  if (state !== after) throw movedOn();
  await applyState(db, {
    id,
    actorId,
    action: 'undo',
    reason: '',
    before: before as AnnotationState,
  });
}

/** An edit that was handed back waits again, unless its author has taken it back or sent in another. */
async function putEditBack(
  db: Db,
  { annotation_id: id, before, after }: DecisionRow,
): Promise<void> {
  if ((await db.rows(unsettleProposal, [id, after, before])).length === 0) throw movedOn();
}
