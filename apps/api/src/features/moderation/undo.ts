import type { CaseView } from '@glossator/contract';
import {
  staffRole,
  type Actor,
  type AnnotationState,
  type CaseAction,
  type CaseKind,
} from '@glossator/domain';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { applyState } from '../annotations/change-state.ts';
import { appendDecision } from '../decision-log/append.ts';
import { unsettleFlags } from '../flags/settle.ts';
import { checkImpartial, keeps, type ModerationDeps } from './access.ts';
import { settleProposal } from './case-statements.ts';
import { lock } from './decide.ts';
import { readCase } from './queue.ts';
import { oneDecision, reopenCase, undoDecision } from './queue-statements.ts';
import { canUndo } from './undo-rule.ts';

interface DecisionRow extends Record<string, unknown> {
  readonly id: string;
  readonly case_id: string;
  readonly annotation_id: string;
  readonly author_id: string;
  readonly action: CaseAction;
  readonly kind: CaseKind;
  readonly revision: number;
  readonly before: string;
  readonly after: string;
  readonly log_seq: number;
  readonly work_id: number;
  readonly note_state: AnnotationState;
}

/**
 * Takes a decision back while its author has not been told of it: the note is where it was, and the
 * case waits again. It is a decision of its own in the log.
 */
export async function undo(
  deps: ModerationDeps,
  actor: Actor,
  id: string,
  batchId: string | null = null,
): Promise<CaseView> {
  const personId = requireMember(actor);
  const caseId = await deps.transact(async (db) => {
    const [known] = await db.rows<DecisionRow>(oneDecision, [id]);
    if (known === undefined || !keeps(actor, known.work_id)) throw notFound();
    const { row } = await lock(db, actor, known.case_id);
    checkImpartial(personId, row);
    if (!canUndo(row.kind, known.action, row.note_state))
      throw new Refusal('state-changed', 'This decision cannot be taken back; decide anew.');
    if ((await db.rows(undoDecision, [id, personId])).length === 0)
      throw new Refusal(
        'undo-too-late',
        'A decision can be taken back for ten minutes; its author has been told.',
      );
    if (known.before !== known.after) await putBack(db, known, row.proposal !== null, personId);
    if ((await db.rows(reopenCase, [known.case_id])).length === 0)
      throw new Refusal('state-changed', 'The note waits again already; decide there.');
    await unsettleFlags(db, known.case_id);
    await appendDecision(db, {
      caseId: known.case_id,
      annotationId: known.annotation_id,
      revision: known.revision,
      actorId: personId,
      actorRole: staffRole(actor),
      subjectId: known.author_id,
      action: 'undo',
      before: known.after,
      after: known.before,
      reason: '',
      words: '',
      batchId,
      undoes: known.log_seq,
    });
    return known.case_id;
  });
  return readCase(deps, actor, caseId);
}

async function putBack(
  db: Parameters<typeof applyState>[0],
  { annotation_id: id, before }: DecisionRow,
  isProposal: boolean,
  actorId: string,
): Promise<void> {
  if (isProposal) await db.rows(settleProposal, [id, before]);
  else
    await applyState(db, {
      id,
      actorId,
      action: 'undo',
      reason: '',
      before: before as AnnotationState,
    });
}
