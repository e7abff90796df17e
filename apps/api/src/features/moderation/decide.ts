import type { CaseView, DecisionForm } from '@glossator/contract';
import { limits } from '@glossator/contract';
import {
  isAdverse,
  mayDecide,
  staffRole,
  type Actor,
  type CaseAction,
  type RefusalReason,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { appendDecisions, type DecisionEntry } from '../decision-log/append.ts';
import { settleFlags } from '../flags/settle.ts';
import { checkImpartial, requireKeeper, type ModerationDeps } from './access.ts';
import { carryOut } from './carry-out.ts';
import type { CaseRow } from './present-case.ts';
import { readCase } from './queue.ts';
import {
  casesInFull,
  endCase,
  insertDecision,
  lockCase,
  lockNote,
  lockPeople,
  noteOfCase,
} from './queue-statements.ts';

/** What a form of the queue asks for, or a moderator by hand. */
export type Judgement = Omit<DecisionForm, 'action'> & { readonly action: CaseAction };

/** What a decision says to its author. */
export interface Said {
  readonly reason: RefusalReason | '';
  readonly words: string;
}

const accepted = (words: string): string =>
  acceptText(words, { field: 'The reason', max: limits.reasonLength });

/**
 * A reason where something is taken from the author, and words unless it is spam; words where a note is
 * shown again; else neither.
 */
export function saidOf({
  action,
  reason,
  words = '',
}: Pick<Judgement, 'action' | 'reason' | 'words'>): Said {
  if (action === 'unhide') return { reason: '', words: accepted(words) };
  if (!isAdverse(action)) return { reason: '', words: '' };
  if (reason === undefined)
    throw new Refusal('reason-required', 'Say why: choose a reason, which the author is told.');
  if (reason === 'spam' && words.trim() === '') return { reason, words: '' };
  if (words.trim() === '')
    throw new Refusal('reason-required', 'Say in words why; the author is told them.');
  return { reason, words: accepted(words) };
}

export interface LockedCase {
  readonly row: CaseRow;
  /** Whole seconds it has waited. */
  readonly waited: number;
}

/**
 * A case with its note, both locked until the transaction ends: the note first, as everybody does. Before
 * it the people whom rows of the decision will name: whoever is erased locks themselves, then their
 * notes, then the log.
 */
export async function lock(db: Db, actor: Actor, id: string): Promise<LockedCase> {
  const [known] = await db.rows<{ annotation_id: string; work_id: number; author_id: string }>(
    noteOfCase,
    [id],
  );
  if (known === undefined) throw notFound();
  const keeper = requireKeeper(actor, known.work_id);
  await db.rows(lockPeople, [[known.author_id, keeper]]);
  await db.rows(lockNote, [known.annotation_id]);
  const [locked] = await db.rows<{ waited: number }>(lockCase, [id]);
  const [row] = await db.rows<CaseRow>(casesInFull, [[id], actor.personId]);
  if (row === undefined || locked === undefined) throw notFound();
  return { row, waited: locked.waited };
}

/** Sent twice by one person; who decides the same as another has decided is told that it was another. */
const isDone = (
  row: CaseRow,
  actorId: string,
  action: CaseAction,
  { reason, words }: Said,
): boolean =>
  row.state === 'decided' &&
  row.actor_id === actorId &&
  row.action === action &&
  row.reason === reason &&
  row.words === words;

/** What came of one case: decided now, decided so before, decided otherwise, or changed meanwhile. */
export type Outcome = 'decided' | 'same' | 'taken' | 'stale';
export interface Judged {
  readonly outcome: Outcome;
  /** Null where nothing was decided now. */
  readonly entry: Entry | null;
}
type Entry = DecisionEntry & {
  readonly caseId: string;
  readonly annotationId: string;
  readonly revision: number;
  readonly actorId: string;
  readonly subjectId: string;
};

/**
 * The one way a case is decided: bound to the case, the revision and the edit that were on the screen,
 * in the transaction it is given, with what it does to the note. Its row of the decision log comes
 * last: `record`. Deciding again what one has decided so already changes nothing.
 */
export async function judgeCase(
  deps: ModerationDeps,
  db: Db,
  actor: Actor,
  id: string,
  form: Judgement,
  batchId: string | null,
): Promise<Judged> {
  const said = saidOf(form);
  const { row, waited } = await lock(db, actor, id);
  const actorId = requireKeeper(actor, row.work_id);
  checkImpartial(actorId, row);
  if (!mayDecide(row.kind, form.action))
    throw new Refusal('action-unfit', 'This cannot be decided on a case of this kind.');
  if (isDone(row, actorId, form.action, said)) return { outcome: 'same', entry: null };
  if (row.state !== 'open') return { outcome: 'taken', entry: null };
  const isSeen =
    row.version === form.version &&
    row.revision === form.revision &&
    (row.proposal ?? 0) === (form.proposal ?? 0);
  if (!isSeen) return { outcome: 'stale', entry: null };
  const done = await carryOut(deps, db, row, { actorId, action: form.action, ...said });
  await db.rows(endCase, [id]);
  await settleFlags(db, id, form.action);
  return {
    outcome: 'decided',
    entry: {
      caseId: id,
      annotationId: row.note,
      revision: done.revision,
      actorId,
      actorRole: staffRole(actor),
      subjectId: row.author_id,
      action: form.action,
      before: done.before,
      after: done.after,
      ...said,
      batchId,
      undoes: null,
      waited: row.kind === 'staff' ? null : waited,
    },
  };
}

/** Writes down what was decided. The author is told when the time to take it back is over. */
export async function record(db: Db, judged: readonly Judged[]): Promise<void> {
  const entries = judged.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const appended = await appendDecisions(db, entries);
  for (const [n, entry] of entries.entries())
    await db.rows(insertDecision, [
      uuidv7(),
      entry.caseId,
      entry.annotationId,
      entry.subjectId,
      entry.actorId,
      entry.action,
      entry.revision,
      entry.before,
      entry.after,
      entry.reason,
      entry.words,
      entry.batchId,
      appended[n]?.seq,
    ]);
}

export async function decide(
  deps: ModerationDeps,
  actor: Actor,
  id: string,
  form: DecisionForm,
): Promise<CaseView> {
  const outcome = await deps.transact(async (db) => {
    const judged = await judgeCase(deps, db, actor, id, form, null);
    await record(db, [judged]);
    return judged.outcome;
  });
  const now = await readCase(deps, actor, id);
  if (outcome === 'taken')
    throw new Refusal('case-decided', 'Somebody else has decided this case.', now);
  if (outcome === 'stale')
    throw new Refusal('version-stale', 'The note or its case has changed; look at it again.', now);
  return now;
}
