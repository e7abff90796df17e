import { isBeforeEditors, isImpartial, type Actor, type BeforeStep } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { holdStanding, standingOf } from './standing-statements.ts';

/** Where a commentary stands, and what somebody is to it. */
export interface StandingOf extends BeforeStep {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly work: string;
  readonly workId: number;
  readonly since: string;
  readonly isAuthor: boolean;
  /** They are asked to review it, or do. */
  readonly isReviewing: boolean;
  /** Number of the last decision; 0 where there is none. */
  readonly seen: number;
}

export async function standingFor(db: Db, actor: Actor | null, id: string): Promise<StandingOf> {
  const [row] = await db.rows<Omit<StandingOf, 'isEditor'> & Record<string, unknown>>(standingOf, [
    id,
    actor?.personId ?? null,
  ]);
  if (row === undefined) throw notFound();
  return { ...row, isEditor: actor?.roles.includes('editor') === true };
}

/** The same, with the commentary held until the transaction ends. */
export async function heldStanding(db: Db, actor: Actor | null, id: string): Promise<StandingOf> {
  await db.rows(holdStanding, [id]);
  return standingFor(db, actor, id);
}

/** As what somebody reads how a commentary is reviewed. Whoever writes or reviews it never reads it as an editor. */
export type ReadsAs = 'author' | 'editor';

export function readsAs(standing: StandingOf): ReadsAs | null {
  if (standing.isAuthor) return 'author';
  const isSeen = isBeforeEditors(standing) && !standing.isRemoved;
  return standing.isEditor && isSeen && !standing.isReviewing ? 'editor' : null;
}

/**
 * As what they are told who reviews, and what stands in the record: an editor who has written in it, or
 * has advised on it, no more than its authors are.
 */
export const toldAs = (as: ReadsAs, standing: StandingOf): ReadsAs =>
  isImpartial(standing) ? as : 'author';

/** The same; where it is nothing, why. 404 to an outsider, who does not learn that there is such a commentary. */
export function requireReading(standing: StandingOf): ReadsAs {
  const as = readsAs(standing);
  if (as !== null) return as;
  if (readsAs({ ...standing, isReviewing: false }) !== null) throw reviewsIt();
  throw notFound();
}

export const reviewsIt = (): Refusal =>
  new Refusal(
    'editor-reviews',
    'You review this commentary, or are asked to: another editor decides.',
  );

export async function requireStanding(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ readonly standing: StandingOf; readonly as: ReadsAs }> {
  requireMember(actor);
  const standing = await standingFor(db, actor, id);
  return { standing, as: requireReading(standing) };
}
