import type { Actor, Recommendation, ReviewerState, RoundNames } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { reviewersOf, roundsOf } from './round-statements.ts';

export interface RoundRow extends Record<string, unknown> {
  readonly id: string;
  readonly n: number;
  readonly names: RoundNames;
  readonly dueOn: string | null;
  readonly opened: string;
  readonly closed: string | null;
  readonly cancelled: string | null;
  /** Its number, and its id. */
  readonly submission: number;
  readonly submissionId: string;
  /** What the one who asks is in it as a reviewer. */
  readonly own: ReviewerState | null;
  /** They have said what they advise. */
  readonly hasAdvised: boolean;
}

export interface ReviewerRow extends Record<string, unknown> {
  readonly id: string;
  readonly round: string;
  readonly n: number;
  readonly personId: string | null;
  readonly person: { readonly id: string; readonly name: string; readonly handle: string } | null;
  readonly state: ReviewerState;
  readonly invited: string;
  readonly answered: string | null;
  readonly dueOn: string | null;
  readonly recommendation: Recommendation | null;
  readonly toEditor: string;
  readonly toAuthors: string;
  readonly recommended: string | null;
}

export const allRounds = (db: Db, actor: Actor, commentary: string): Promise<RoundRow[]> =>
  db.rows<RoundRow>(roundsOf, [commentary, actor.personId, null]);

export const roundNumbered = async (
  db: Db,
  actor: Actor,
  commentary: string,
  n: number,
): Promise<RoundRow | null> =>
  (await db.rows<RoundRow>(roundsOf, [commentary, actor.personId, n]))[0] ?? null;

export const reviewersIn = (
  db: Db,
  rounds: readonly Pick<RoundRow, 'id'>[],
): Promise<ReviewerRow[]> => db.rows<ReviewerRow>(reviewersOf, [rounds.map(({ id }) => id)]);
