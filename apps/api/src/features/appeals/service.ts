import { limits, type AnnotationView, type AppealForm } from '@glossator/contract';
import { appealRules, type AnnotationState } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { visible, type AnnotationDeps } from '../annotations/access.ts';
import { readAnnotation } from '../annotations/service.ts';
import { appendDecision } from '../decision-log/append.ts';
import type { Outbox } from '../mail/service.ts';
import { openCase } from '../moderation/cases.ts';
import { lockNote } from '../moderation/queue-statements.ts';
import { alarmLetter, type AlarmedRow } from './letter.ts';
import { alarmed, appealable, eraseAppealWords, insertAppeal } from './statements.ts';

interface AppealDeps extends AnnotationDeps {
  readonly outbox: Outbox;
  readonly settings: { readonly origin: URL };
}
type Reader = Parameters<typeof visible>[1];

interface Appealable extends Record<string, unknown> {
  readonly state: AnnotationState;
  readonly version: number;
  readonly author_id: string;
  readonly is_kept: boolean;
  readonly decision: string | null;
  readonly is_late: boolean | null;
  readonly is_granted: boolean | null;
  /** What was said against it already. */
  readonly said: string | null;
}

/** An author asks for another moderator, once for each decision. */
export async function appeal(
  deps: AppealDeps,
  reader: Reader,
  id: string,
  form: AppealForm,
): Promise<AnnotationView> {
  const personId = requireMember(reader.actor);
  const note = await visible(deps, reader, id);
  if (note.author_id !== personId)
    throw new Refusal('not-allowed', 'Only its author appeals a decision on a note.');
  const words = acceptText(form.words, { field: 'What you say', max: limits.objectionLength });
  await deps.transact((db) => store(deps, db, id, form.decision, words));
  return readAnnotation(deps, reader, id);
}

async function store(
  deps: AppealDeps,
  db: Db,
  id: string,
  decision: string,
  words: string,
): Promise<void> {
  await db.rows(lockNote, [id]);
  const [row] = await db.rows<Appealable>(appealable, [id]);
  if (row?.decision !== decision || !row.is_kept || row.is_granted === true)
    throw new Refusal('state-changed', 'This decision does not stand any more; look at it again.');
  // Sent again after a lost answer.
  if (row.said === words) return;
  if (row.said !== null)
    throw new Refusal(
      'appeal-made',
      'You have appealed this decision already, which is done once.',
    );
  if (row.is_late === true)
    throw new Refusal('appeal-late', 'A decision can be appealed for six months.');
  const caseId = await openCase(db, id, 'appeal', [{ phase: 'appealed' }]);
  await db.rows(insertAppeal, [decision, caseId, words, appealRules.answerDays]);
  for (const to of await db.rows<AlarmedRow>(alarmed, [id]))
    await deps.outbox.put(db, {
      kind: 'appeal-alone',
      to,
      locale: to.locale,
      ...alarmLetter(to.locale, deps.settings.origin),
    });
  await appendDecision(db, {
    caseId,
    annotationId: id,
    revision: row.version,
    actorId: row.author_id,
    actorRole: 'author',
    subjectId: row.author_id,
    action: 'appeal',
    before: row.state,
    after: row.state,
    reason: '',
    words,
    batchId: null,
    undoes: null,
  });
}

export async function eraseAppeals(db: Db, personId: string): Promise<void> {
  await db.rows(eraseAppealWords, [personId]);
}
