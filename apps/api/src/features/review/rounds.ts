import {
  limits,
  type RecommendationForm,
  type ReviewerInvitation,
  type RoundForm,
} from '@glossator/contract';
import type { Actor, ReviewerState } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { requireMemberNamed } from '../accounts/find-member.ts';
import { acceptOptional } from '../commentaries/accept.ts';
import type { ReviewDeps } from './deps.ts';
import { reviewersIn, roundNumbered, type ReviewerRow, type RoundRow } from './round-rows.ts';
import * as statements from './round-statements.ts';
import { heldStanding, type StandingOf } from './standing.ts';
import { requireRole, takeStep } from './take-step.ts';
import { tellAuthors, tellEditors, tellReviewer } from './tell.ts';

export const acceptMessage = (text: string): string =>
  acceptOptional(text, 'The message', limits.reviewMessage);
export const acceptReason = (text: string): string =>
  acceptOptional(text, 'The reason', limits.reviewReason);

/** Opens a round on what was handed in last. */
export async function openRound(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  form: RoundForm,
): Promise<void> {
  requireMember(actor);
  const message = acceptMessage(form.message);
  await deps.transact(async (db) => {
    const { standing } = await takeStep(db, {
      ...{ commentary, kind: 'review', by: actor, seen: form.seen, message },
      prepare: async (held, last) => {
        if (last === null) throw notFound();
        const round = uuidv7();
        await held.rows(statements.addRound, [round, commentary, last.id, form.names, form.dueOn]);
        return { round, submission: last.id };
      },
    });
    await tellAuthors(deps, db, standing, 'review', message);
  });
}

interface HeldRound {
  readonly standing: StandingOf;
  readonly round: RoundRow;
  readonly reviewers: readonly ReviewerRow[];
}

/** A round with the commentary held: one is asked, answers, or is no longer asked after the other. */
async function holdRound(db: Db, actor: Actor, commentary: string, n: number): Promise<HeldRound> {
  const standing = await heldStanding(db, actor, commentary);
  const round = await roundNumbered(db, actor, commentary, n);
  if (round === null) throw notFound();
  return { standing, round, reviewers: await reviewersIn(db, [round]) };
}

async function holdAsEditor(
  db: Db,
  actor: Actor,
  commentary: string,
  n: number,
): Promise<HeldRound> {
  const held = await holdRound(db, actor, commentary, n);
  requireRole('review', held.standing);
  requireOpen(held.round);
  return held;
}

function requireOpen({ closed, cancelled }: RoundRow): void {
  if (closed !== null || cancelled !== null)
    throw new Refusal('round-closed', 'This round of review is closed.');
}

/** Asks a member to review. That they have an account is told to editors. */
export async function inviteReviewer(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  n: number,
  { who, dueOn }: ReviewerInvitation,
): Promise<void> {
  requireMember(actor);
  await deps.transact(async (db) => {
    const { round, reviewers } = await holdAsEditor(db, actor, commentary, n);
    const member = await requireMemberNamed(db, who);
    const [writes] = await db.rows<{ writes: boolean }>(statements.writesIt, [
      commentary,
      member.id,
    ]);
    if (writes?.writes !== false)
      throw new Refusal('reviewer-unfit', 'Whoever writes a commentary does not review it.');
    const [decides] = await db.rows<{ decides: boolean }>(statements.decidesOnIt, [
      ...[commentary, member.id],
    ]);
    if (decides?.decides !== false)
      throw new Refusal(
        'reviewer-decides',
        'They have decided on this commentary as an editor: nobody does both.',
      );
    if (reviewers.length >= limits.reviewers)
      throw new Refusal(
        'reviewers-too-many',
        `A round has at most ${String(limits.reviewers)} reviewers.`,
      );
    const [made] = await db.rows(statements.addReviewer, [uuidv7(), round.id, member.id, dueOn]);
    if (made === undefined)
      throw new Refusal('reviewer-there', 'They were asked in this round already.');
    await tellReviewer(deps, db, commentary, member.id, 'asked');
  });
}

/** Takes an invitation back, or ends a review. What they have recommended stays. */
export async function endReview(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  n: number,
  reviewer: string,
): Promise<void> {
  requireMember(actor);
  await deps.transact(async (db) => {
    const { reviewers } = await holdAsEditor(db, actor, commentary, n);
    const found = reviewers.find(({ id }) => id === reviewer);
    if (found === undefined) throw notFound();
    if (!isOn(found.state)) return;
    await db.rows(statements.setReviewer, [reviewer, 'ended', false]);
    if (found.personId !== null) await tellReviewer(deps, db, commentary, found.personId, 'ended');
  });
}

const isOn = (state: ReviewerState): boolean => state === 'invited' || state === 'accepted';

/** One's own place in a round; 404 to whoever has none. */
async function holdOwn(
  db: Db,
  actor: Actor,
  commentary: string,
  n: number,
): Promise<HeldRound & { own: ReviewerRow }> {
  const personId = requireMember(actor);
  const held = await holdRound(db, actor, commentary, n);
  const own = held.reviewers.find((each) => each.personId === personId);
  if (own === undefined || !isOn(own.state) || held.round.cancelled !== null) throw notFound();
  if (held.standing.isInterested)
    throw new Refusal('reviewer-unfit', 'Whoever writes a commentary does not review it.');
  requireOpen(held.round);
  return { ...held, own };
}

export async function answerInvitation(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  n: number,
  accepts: boolean,
): Promise<void> {
  await deps.transact(async (db) => {
    const { own } = await holdOwn(db, actor, commentary, n);
    await db.rows(statements.setReviewer, [own.id, accepts ? 'accepted' : 'declined', true]);
  });
}

/** Says what one advises, or says it anew: it can be changed until an editor has decided. */
export async function sendRecommendation(
  deps: ReviewDeps,
  actor: Actor,
  commentary: string,
  n: number,
  form: RecommendationForm,
): Promise<void> {
  const toEditor = acceptOptional(
    form.toEditor,
    'What you write to the editor',
    limits.reviewWords,
  );
  const toAuthors = acceptOptional(
    form.toAuthors,
    'What you write to the authors',
    limits.reviewWords,
  );
  await deps.transact(async (db) => {
    const { own } = await holdOwn(db, actor, commentary, n);
    if (own.state !== 'accepted')
      throw new Refusal('not-allowed', 'You are asked to review this; accept first.');
    await db.rows(statements.recommend, [own.id, form.recommendation, toEditor, toAuthors]);
    if (own.recommended === null) await tellEditors(deps, db, commentary, 'recommended');
  });
}
