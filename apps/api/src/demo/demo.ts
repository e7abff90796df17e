import type { ClassRole } from '@glossator/domain';
import type pg from 'pg';
import { makeDb, makePool, type Db } from '../db/client.ts';
import { OperatorError } from '../db/operator-error.ts';
import { issueReset } from '../features/accounts/tokens.ts';
import { playClass } from './class/play-class.ts';
import { playCommentary } from './commentary/play-commentary.ts';
import { playOwnText } from './own-text/play-own-text.ts';
import { playText } from './play-text.ts';
import { clear, demoPeople, strangers, type Gone } from './clear.ts';
import { play } from './play.ts';
import { playQueue } from './play-queue.ts';
import { setStage } from './stage.ts';

export { classWalk } from './class/walk.ts';
export { reviewWalk } from './commentary/walk.ts';

/** A one-time link for a made-up person. */
export interface Invitation {
  readonly name: string;
  readonly link: string;
  readonly moderates: boolean;
  /** What they are in the class; null where they are not in it. */
  readonly inClass: ClassRole | null;
}

/**
 * Adds made-up people, what they say of the strategy, what moderators have to do with it, a class that
 * reads it and a text of its own, and a commentary in review, by the same services as a page; where they are already, only their links are made anew. Refuses where
 * people have accounts besides the administrators.
 */
export async function addDemo(ownerUrl: string, origin: URL): Promise<readonly Invitation[]> {
  const pool = makePool(ownerUrl, 4);
  try {
    const others = await strangers(pool);
    if (others > 0)
      throw new OperatorError(
        `This site has ${String(others)} accounts of its own: demo people are only added to an empty one.`,
      );
    const db = makeDb(pool);
    if ((await demoPeople(pool)).length === 0) await perform(pool, db, origin);
    return await invite(pool, db, origin);
  } finally {
    await pool.end();
  }
}

/** Takes the made-up people away with all they wrote. */
export async function removeDemo(ownerUrl: string): Promise<Gone> {
  const pool = makePool(ownerUrl, 1);
  try {
    return await clear(pool);
  } finally {
    await pool.end();
  }
}

async function perform(pool: pg.Pool, db: Db, origin: URL): Promise<void> {
  try {
    const stage = await setStage(pool, db, origin);
    await play(stage);
    await playQueue(stage);
    await playOwnText(stage, await playClass(stage, pool));
    await playCommentary(stage);
    await playText(stage);
  } catch (error) {
    // Half a scene would be taken for the whole one the next time.
    await clear(pool);
    throw error;
  }
}

async function invite(pool: pg.Pool, db: Db, origin: URL): Promise<Invitation[]> {
  const invitations: Invitation[] = [];
  for (const { id, ...told } of await demoPeople(pool)) {
    // Whoever keeps notes or is in the class begins there.
    const back = told.moderates ? '/moderation' : told.inClass === null ? '/account' : '/classes';
    const link = `${origin.origin}/reset?token=${await issueReset(db, id)}&back=${back}`;
    invitations.push({ ...told, link });
  }
  return invitations;
}
