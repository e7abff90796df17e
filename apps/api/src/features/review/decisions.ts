import {
  limits,
  type CommentaryDecision,
  type CommentaryDecisionForm,
  type DecisionLetters,
  type LetterQuestion,
  type UndoingForm,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { undoPublishing } from '../publishing/take-down.ts';
import type { ReviewDeps } from './deps.ts';
import { tellMargins } from './margin-statements.ts';
import { acceptMessage, acceptReason } from './rounds.ts';
import { requireStanding, toldAs, type ReadsAs } from './standing.ts';
import { decisionsBefore } from './view-statements.ts';
import { requireRole, takeBack, takeStep } from './take-step.ts';
import { previewLetters, tellAuthors } from './tell.ts';

/** Decides on what was handed in, and tells the authors, at once or not at all. */
export async function decide(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  { kind, seen, ...said }: CommentaryDecisionForm,
): Promise<void> {
  requireMember(actor);
  const reason = acceptReason(said.reason);
  const message = acceptMessage(said.message);
  await deps.transact(async (db) => {
    const taken = await takeStep(db, { commentary, kind, by: actor, seen, reason, message });
    const { standing } = taken;
    await db.rows(tellMargins, [taken.id]);
    await tellAuthors(deps, db, standing, kind, message);
  });
}

export async function undoDecision(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  decision: string,
  { seen, ...said }: UndoingForm,
): Promise<void> {
  requireMember(actor);
  const reason = acceptReason(said.reason);
  const message = acceptMessage(said.message);
  await deps.transact(async (db) => {
    const { standing, undone } = await takeBack(db, {
      ...{ commentary, by: actor, decision, seen, reason, message },
    });
    await undoPublishing(db, deps.texts, commentary, undone);
    await tellAuthors(deps, db, standing, 'undo', message);
  });
}

/** What such a decision would send: nothing is decided by it. */
export async function previewDecision(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  { kind, message }: LetterQuestion,
): Promise<DecisionLetters> {
  const { standing } = await requireStanding(deps.db, actor, commentary);
  requireRole(kind, standing);
  return previewLetters(deps, standing, kind, acceptMessage(message));
}

type Row = CommentaryDecision & Record<string, unknown>;

/** The newest first. Why an editor decided is not told to authors. */
export async function decisionPage(
  db: Db,
  commentary: string,
  as: ReadsAs,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const [before] = readCursor(cursor, 'number') ?? [2_147_483_647];
  return pageOf(
    await db.rows<Row>(decisionsBefore, [commentary, before, limit + 1]),
    limit,
    (row): CommentaryDecision => ({ ...row, reason: as === 'editor' ? row.reason : null }),
    ({ n }) => writeCursor(n),
  );
}

export async function listDecisions(
  { db }: Pick<ReviewDeps, 'db'>,
  actor: Actor,
  commentary: string,
  cursor: string | undefined,
  limit?: number,
) {
  const { standing, as } = await requireStanding(db, actor, commentary);
  return decisionPage(db, commentary, toldAs(as, standing), cursor, limit);
}
