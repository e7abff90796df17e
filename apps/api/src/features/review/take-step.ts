import {
  afterStep,
  canBeUndone,
  lastEffective,
  roleFor,
  stepOf,
  type Actor,
  type CommentaryDecisionKind,
  type CommentaryState,
  type NextRelease,
  type PastDecision,
  type Standing,
  type StepKind,
  type StepRole,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { heldStanding, requireReading, reviewsIt, type StandingOf } from './standing.ts';
import * as statements from './standing-statements.ts';

export interface StepAsked {
  readonly commentary: string;
  readonly kind: StepKind;
  /** The clock, where it was scheduled. */
  readonly by: Actor | 'clock';
  /** Number of the last decision that the form knew of; null where it does not matter. */
  readonly seen: number | null;
  readonly reason?: string;
  readonly message?: string;
  /** Writes what the step is about, once it is known that it may be taken. */
  readonly prepare?: (db: Db, last: LastSubmission | null) => Promise<StepObject>;
  /** Of `schedule`: ISO 8601. */
  readonly dueAt?: string;
}

export interface LastSubmission {
  readonly id: string;
  readonly n: number;
}

/** What was handed in by it, the round that it opens. */
export interface StepObject {
  readonly submission?: string;
  readonly round?: string;
}

export interface StepTaken {
  /** Of the decision. */
  readonly id: string;
  /** As it was before. */
  readonly standing: StandingOf;
}

export interface Past extends PastDecision {
  readonly n: number;
  readonly fromState: CommentaryState;
  readonly fromNext: NextRelease;
  readonly round: string | null;
  readonly submission: string | null;
}

export const pastOf = (db: Db, commentary: string): Promise<Past[]> =>
  db.rows<Past & Record<string, unknown>>(statements.pastDecisions, [commentary]);

/** As what they may, with the commentary held. */
async function hold(
  db: Db,
  by: Actor | 'clock',
  commentary: string,
  kind: CommentaryDecisionKind,
): Promise<{ standing: StandingOf; role: StepRole }> {
  const standing = await heldStanding(db, by === 'clock' ? null : by, commentary);
  return { standing, role: by === 'clock' ? 'clock' : requireRole(kind, standing) };
}

/** As what whoever asks may take a step, whatever it follows; where they may not, why. */
export function requireRole(kind: CommentaryDecisionKind, standing: StandingOf): StepRole {
  requireReading(standing);
  const role = roleFor(kind, standing);
  if (role !== null) return role;
  if (standing.isEditor && roleFor(kind, { ...standing, isInterested: false }) !== null)
    throw new Refusal(
      'editor-interested',
      'You write this commentary, or have written in it: another editor decides.',
    );
  if (standing.isEditor && roleFor(kind, { ...standing, isReviewer: false }) !== null)
    throw reviewsIt();
  throw new Refusal(
    'not-allowed',
    standing.isAuthor && !standing.isLead && isForLeads(kind)
      ? 'This is for whoever leads the commentary.'
      : 'This is for the editors.',
  );
}

const isForLeads = (kind: CommentaryDecisionKind): boolean =>
  kind !== 'undo' && stepOf(kind).by.includes('lead');

/** Whoever decides over what another has decided meanwhile is told what that was. */
async function requireSeen(db: Db, standing: StandingOf, seen: number | null): Promise<void> {
  if (seen === null || seen === standing.seen) return;
  const last = (await pastOf(db, standing.id)).at(-1);
  throw new Refusal('decision-stale', 'Somebody else decided meanwhile.', {
    state: standing.state,
    last: last === undefined ? null : { id: last.id, n: last.n, kind: last.kind },
  });
}

const requireThere = ({ isRemoved }: StandingOf): void => {
  if (isRemoved) throw new Refusal('commentary-removed', 'The commentary was removed.');
};

/**
 * Takes one step, and leaves the one row that says so, in the caller's transaction: the commentary is
 * held until it ends. The only other way to change where a commentary stands is `takeBack`.
 */
export async function takeStep(db: Db, asked: StepAsked): Promise<StepTaken> {
  const { kind, by, commentary, reason = '', message = '' } = asked;
  const { standing, role } = await hold(db, by, commentary, kind);
  await requireSeen(db, standing, asked.seen);
  requireThere(standing);
  const to = afterStep(kind, standing);
  if (to === null)
    throw new Refusal('step-unfit', `This does not follow where it is ${standing.state}.`, {
      state: standing.state,
    });
  const { needs, round: effect } = stepOf(kind);
  if (needs.includes('reason') && reason === '')
    throw new Refusal('reason-required', 'Say why, for the record.');
  if (needs.includes('message') && message === '')
    throw new Refusal('message-required', 'Say what the authors are to be told.');
  const [open] = await db.rows<{ id: string; submission: string }>(statements.openRoundOf, [
    commentary,
  ]);
  if (effect === 'closes') await db.rows(statements.closeRound, [commentary]);
  const [last] = await db.rows<LastSubmission & Record<string, unknown>>(
    statements.lastSubmission,
    [commentary],
  );
  const about = (await asked.prepare?.(db, last ?? null)) ?? {};
  const id = uuidv7();
  const [made] = await db.rows<{ n: number }>(statements.addDecision, [
    ...[id, commentary, kind, to.state, to.next],
    about.round ?? open?.id ?? null,
    about.submission ?? open?.submission ?? last?.id ?? null,
    asked.dueAt ?? null,
    by === 'clock' ? null : by.personId,
    ...[role, reason, message, null],
  ]);
  if (made === undefined) throw notFound();
  return { id, standing };
}

export interface TakingBack {
  readonly commentary: string;
  /** The clock, where what was scheduled cannot be done. */
  readonly by: Actor | 'clock';
  /** The decision that is taken back. */
  readonly decision: string;
  readonly seen: number | null;
  readonly reason: string;
  readonly message?: string;
}

/** Undoes the last decision that stands, by a new one; what it closed is open again. */
export async function takeBack(db: Db, asked: TakingBack): Promise<StepTaken & { undone: Past }> {
  const { commentary, by, reason, message = '' } = asked;
  const { standing, role } = await hold(db, by, commentary, 'undo');
  await requireSeen(db, standing, asked.seen);
  requireThere(standing);
  const past = await pastOf(db, commentary);
  if (!past.some(({ id }) => id === asked.decision)) throw notFound();
  const undone = lastEffective(past);
  if (undone?.id !== asked.decision)
    throw new Refusal('step-unfit', 'Only the last decision that stands can be taken back.');
  if (!canBeUndone(undone))
    throw new Refusal('step-unfit', 'What authors did, and what was published, is not undone.');
  if (reason === '') throw new Refusal('reason-required', 'Say why, for the record.');
  if (undone.round !== null && undone.kind !== 'undo') {
    const effect = stepOf(undone.kind).round;
    if (effect === 'closes') await db.rows(statements.reopenRound, [undone.round]);
    if (effect === 'opens') await db.rows(statements.cancelRound, [undone.round]);
  }
  const to: Standing = { state: undone.fromState, next: undone.fromNext };
  const id = uuidv7();
  const [made] = await db.rows<{ n: number }>(statements.addDecision, [
    ...[id, commentary, 'undo', to.state, to.next, undone.round, undone.submission, null],
    ...[by === 'clock' ? null : by.personId, role, reason, message, undone.id],
  ]);
  if (made === undefined) throw notFound();
  return { id, standing, undone };
}
