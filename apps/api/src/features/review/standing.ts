import { isBeforeEditors, type Actor, type BeforeStep } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
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

/** As what somebody reads how a commentary is reviewed. Whoever writes it never reads it as an editor. */
export type ReadsAs = 'author' | 'editor';

export function readsAs(standing: StandingOf): ReadsAs | null {
  if (standing.isAuthor) return 'author';
  const isSeen = isBeforeEditors(standing) && !standing.isRemoved;
  return standing.isEditor && isSeen ? 'editor' : null;
}

/** 404 to everybody else: an outsider does not learn that there is such a commentary. */
export async function requireStanding(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ readonly standing: StandingOf; readonly as: ReadsAs }> {
  requireMember(actor);
  const standing = await standingFor(db, actor, id);
  const as = readsAs(standing);
  if (as === null) throw notFound();
  return { standing, as };
}
