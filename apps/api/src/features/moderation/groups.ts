import { bands, fingerprint, fingerprintVersion, isNear } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { foldHan } from '../../fold-han.ts';
import { foundGroup, groupsLike, joinGroup, leaveGroup } from './group-statements.ts';

interface Group extends Record<string, unknown> {
  readonly key: string;
  readonly fingerprint: number[];
  readonly is_shared: boolean;
  readonly founder: string;
}

/**
 * Puts a case to others that say nearly the same on the same work. Of two that come first at the same
 * moment each begins a group of its own; what follows joins one of them.
 */
export async function groupCase(
  db: Db,
  { id, workId, isNew }: { readonly id: string; readonly workId: number; readonly isNew: boolean },
  body: string,
): Promise<void> {
  // A group that began with traditional hanzi before they were folded is met by its like no more; every
  // other one is, and all of them are forgotten after their time.
  const print = fingerprint(body, foldHan);
  if (!isNew) await db.rows(leaveGroup, [id]);
  // Too short to tell.
  if (print.length === 0) return;
  const words = bands(print);
  const known = await db.rows<Group>(groupsLike, [workId, words, fingerprintVersion]);
  const near = known.find((group) => isNear(group.fingerprint, print));
  if (near === undefined)
    await db.rows(foundGroup, [uuidv7(), workId, id, print, fingerprintVersion, words]);
  else if (near.founder !== id || near.is_shared) await db.rows(joinGroup, [near.key, id]);
}
