import type { Db } from '../../db/client.ts';
import { layersInClassesSql } from '../../db/visibility.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { readGround } from './ground.ts';
import { settleTime } from './judge.ts';
import { layersOfAssignment } from './statements.ts';

const inClasses = {
  name: 'gate-layers-in-classes',
  text: `select unnest(${layersInClassesSql({ person: '$1::uuid' })}) as id`,
};

/** The same reader after something may have opened to them. */
export async function withNewLayers<R extends { readonly layers: readonly number[] }>(
  db: Db,
  reader: R,
  personId: string,
): Promise<R> {
  const rows = await db.rows<{ id: number }>(inClasses, [personId]);
  return { ...reader, layers: [...new Set([...reader.layers, ...rows.map(({ id }) => id)])] };
}

/**
 * Reads as somebody who may have just been opened something. What is read may be handed in meanwhile by
 * another request of theirs: then it is looked for once more.
 */
export async function afresh<R extends { readonly layers: readonly number[] }, Result>(
  db: Db,
  reader: R,
  personId: string,
  read: (reader: R) => Promise<Result>,
): Promise<Result> {
  try {
    return await read(await withNewLayers(db, reader, personId));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
    return read(await withNewLayers(db, reader, personId));
  }
}

/**
 * Whose notes are listed: in an assignment what stands there and one's own notebook; elsewhere what is
 * of no class. A note that one has the address of is found either way.
 */
export async function readerIn(
  db: Db,
  viewer: Viewer,
  assignment: string | undefined,
): Promise<Viewer> {
  if (assignment === undefined) return { ...viewer, layers: viewer.outside ?? viewer.layers };
  const personId = requireMember(viewer.actor);
  const ground = await readGround(db, assignment, personId);
  const hasOpened = await settleTime(db, ground);
  const { layers } = hasOpened ? await withNewLayers(db, viewer, personId) : viewer;
  const rows = await db.rows<{ id: number }>(layersOfAssignment, [assignment, layers]);
  return { ...viewer, layers: rows.map(({ id }) => id) };
}
