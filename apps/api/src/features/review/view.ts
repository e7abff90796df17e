import type { CommentaryReview, SubmissionView } from '@glossator/contract';
import { canBeUndone, lastEffective, roleFor, stepsOpen, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import { readOrigin } from '../commentaries/origin.ts';
import { decisionPage } from './decisions.ts';
import type { ReviewDeps } from './deps.ts';
import { marginCounts, marginOf } from './margin.ts';
import { presentRound, toldRounds } from './reviewers.ts';
import { allRounds, reviewersIn, type RoundRow } from './round-rows.ts';
import { readsAs, standingFor, toldAs, type StandingOf } from './standing.ts';
import { pastOf, type Past } from './take-step.ts';
import { submissionOf } from './view-statements.ts';

export interface TakesPart {
  readonly standing: StandingOf;
  readonly as: CommentaryReview['as'];
  /** Those that one may know of, the newest first. */
  readonly rounds: readonly RoundRow[];
}

/** Reviewers see the rounds that they are asked to, as long as they are. */
const isOwn = ({ own, cancelled }: RoundRow): boolean =>
  cancelled === null && (own === 'invited' || own === 'accepted');

/** 404 to whoever has no part in it. */
export async function requirePart(db: Db, actor: Actor, id: string): Promise<TakesPart> {
  requireMember(actor);
  const standing = await standingFor(db, actor, id);
  const rounds = await allRounds(db, actor, id);
  const as = readsAs(standing);
  if (as !== null) return { standing, as, rounds };
  const own = standing.isRemoved ? [] : rounds.filter(isOwn);
  if (own.length === 0) throw notFound();
  return { standing, as: 'reviewer', rounds: own };
}

const submissionNumbered = async (
  db: Db,
  id: string,
  n: number | null,
): Promise<SubmissionView | null> =>
  (await db.rows<SubmissionView & Record<string, unknown>>(submissionOf, [id, n]))[0] ?? null;

function undoable(past: readonly Past[], standing: StandingOf): string | null {
  const last = lastEffective(past);
  if (last === null || !canBeUndone(last) || standing.isRemoved) return null;
  return roleFor('undo', standing) === null ? null : last.id;
}

export async function readReview(
  { db }: Pick<ReviewDeps, 'db'>,
  actor: Actor,
  id: string,
): Promise<CommentaryReview> {
  const takesPart = await requirePart(db, actor, id);
  const { standing, as, rounds } = takesPart;
  const told = as === 'reviewer' ? as : toldAs(as, standing);
  const [reviewers, past, submission, decisions, origin, notes] = await Promise.all([
    reviewersIn(db, rounds),
    pastOf(db, id),
    submissionNumbered(db, id, as === 'reviewer' ? (rounds[0]?.submission ?? null) : null),
    told === 'reviewer' ? { items: [], next: null } : decisionPage(db, id, told, undefined),
    readOrigin(db, id),
    marginCounts(db, marginOf(actor, takesPart)),
  ]);
  const decided = toldRounds(past);
  const reader = { as: told, personId: requireMember(actor), edits: told === 'editor' };
  const { slug, work, state, next, since, seen } = standing;
  return {
    ...{ id, slug, work, as, state, next, since, seen },
    title: as === 'author' ? standing.title : (submission?.front.title ?? standing.title),
    steps: as === 'reviewer' ? [] : stepsOpen(standing),
    undo: as === 'reviewer' ? null : undoable(past, standing),
    // What authors wrote to the editors is theirs.
    submission: submission === null || as !== 'reviewer' ? submission : { ...submission, note: '' },
    basedOn: origin?.basedOn ?? [],
    rounds: rounds.map((round) => presentRound(round, reviewers, decided, reader, notes(round))),
    decisions,
  };
}
