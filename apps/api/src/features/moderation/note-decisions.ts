import type { NoteDecision } from '@glossator/contract';
import { requireMember } from '../../permission.ts';
import { permitted } from '../annotations/access.ts';
import type { readAnnotation } from '../annotations/service.ts';
import type { ModerationDeps } from './access.ts';
import { decisionsOnNote, type DecisionRow } from './context-statements.ts';
import { personOf } from './present-case.ts';

const most = 50;

/**
 * What was decided on a note, newest first: all of it for those who keep the work in order; for its author
 * what stands and concerns them, without who decided, and not that somebody reported it in vain.
 */
export async function listDecisions(
  deps: ModerationDeps,
  reader: Parameters<typeof readAnnotation>[1],
  id: string,
): Promise<{ items: NoteDecision[] }> {
  const personId = requireMember(reader.actor);
  const note = await permitted(deps, reader, id, 'read-decisions');
  const isOwn = note.author_id === personId;
  const rows = await deps.db.rows<DecisionRow>(decisionsOnNote, [id, most, personId]);
  return {
    items: rows
      .filter(({ action, undone }) => !isOwn || (action !== 'keep' && !undone))
      .map((row) => ({
        id: row.id,
        action: row.action,
        reason: row.reason,
        // Why a note is shown again is said to the log alone.
        words: isOwn && row.action === 'unhide' ? '' : row.words,
        at: row.at,
        undone: row.undone,
        staff: isOwn
          ? null
          : { case: row.case_id, by: personOf(row.actor_id, row.actor_name, row.actor_handle) },
      })),
  };
}
