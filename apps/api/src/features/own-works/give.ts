import type { ClassText, Done, WorkStandingView } from '@glossator/contract';
import { workRules, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { requireInClass } from '../classes/access.ts';
import { tidyWorks } from './erase.ts';
import {
  readStanding,
  requireKnownWork,
  subjectOf,
  type KnownWork,
  type OwnWorkDeps,
} from './standing.ts';
import * as statements from './statements.ts';

async function requireOwner(
  deps: Pick<OwnWorkDeps, 'db'>,
  actor: Actor,
  slug: string,
): Promise<{ readonly work: KnownWork; readonly personId: string }> {
  const { work, personId } = await requireKnownWork(deps, actor, slug);
  if (!workRules.give(actor, subjectOf(work)))
    throw new Refusal('not-allowed', 'A text is given by whoever owns it.');
  return { work, personId };
}

/** Lets a class read it, in which its owner teaches. */
export async function giveToClass(
  deps: OwnWorkDeps,
  actor: Actor,
  slug: string,
  classId: string,
): Promise<WorkStandingView> {
  const { work, personId } = await requireOwner(deps, actor, slug);
  // Who invites others into a class teaches there, as who lets it read something does.
  await requireInClass(deps.db, actor, classId, 'invite');
  await deps.db.rows(statements.giveWork, [work.id, classId, personId]);
  return readStanding(deps, actor, slug);
}

/** Takes it back, while nothing is set of it there. */
export async function takeFromClass(
  deps: OwnWorkDeps,
  actor: Actor,
  slug: string,
  classId: string,
): Promise<WorkStandingView> {
  const { work } = await requireOwner(deps, actor, slug);
  await deps.transact(async (db) => {
    const held = await db.rows(statements.holdGift, [work.id, classId]);
    if (held.length === 0) throw notFound();
    if ((await db.rows(statements.isSetThere, [work.id, classId])).length > 0)
      throw new Refusal('text-set', 'The class is set clauses of this text; it keeps it.');
    await db.rows(statements.takeWork, [work.id, classId]);
  });
  return readStanding(deps, actor, slug);
}

/** Deletes a text that is nobody else's in any way. Its name is given to no other. */
export async function deleteWork(deps: OwnWorkDeps, actor: Actor, slug: string): Promise<Done> {
  const { work: seen } = await requireKnownWork(deps, actor, slug);
  await deps.transact(async (db) => {
    await db.rows(statements.lockWork, [seen.id]);
    const { work } = await requireKnownWork({ db }, actor, slug);
    if (!workRules.delete(actor, subjectOf(work)))
      throw new Refusal(
        'text-in-use',
        'A text is deleted while it is private, is given to no class, and nobody else has written in it.',
      );
    await db.rows(statements.leaveWork, [work.id]);
    await tidyWorks(db);
  });
  return { done: true };
}

/** The texts that a class was given, for its people. */
export async function listClassTexts(
  { db }: { readonly db: Db },
  actor: Actor,
  classId: string,
): Promise<{ items: ClassText[] }> {
  const { personId } = await requireInClass(db, actor, classId, 'see');
  const rows = await db.rows<ClassText & Record<string, unknown>>(statements.textsOfClass, [
    classId,
    personId,
  ]);
  return { items: rows };
}
