import { staffRole, type Actor, type DecisionAction } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { appendDecision } from '../decision-log/append.ts';
import type { SanctionRow } from './repository.ts';

interface Done {
  readonly action: DecisionAction;
  readonly before: string;
  readonly after: string;
  readonly words: string;
}

interface Entry extends Done {
  readonly actorId: string;
  readonly actorRole: ReturnType<typeof staffRole>;
}

/** The last statement of its transaction. A sanction is the case of all that is decided about it. */
async function append(db: Db, row: SanctionRow, entry: Entry): Promise<void> {
  await appendDecision(db, {
    ...entry,
    caseId: row.id,
    annotationId: null,
    revision: null,
    subjectId: row.person_id,
    reason: row.reason,
    batchId: null,
    undoes: null,
    place: { work: row.work ?? '', address: '' },
  });
}

export const recordByStaff = (db: Db, row: SanctionRow, actor: Actor, done: Done): Promise<void> =>
  append(db, row, { ...done, actorId: actor.personId ?? '', actorRole: staffRole(actor) });

/** Its person said what they think of it. */
export const recordObjection = (db: Db, row: SanctionRow, words: string): Promise<void> =>
  append(db, row, {
    action: 'appeal',
    before: 'possible',
    after: 'open',
    words,
    actorId: row.person_id,
    actorRole: 'author',
  });
