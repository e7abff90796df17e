import type { Db, Statement } from '../../db/client.ts';
import { layersInClassesSql, layersInClassSql } from '../../db/visibility.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { groundFor, type Ground } from './ground.ts';
import { settleTime } from './judge.ts';
import { layersOfAssignment } from './statements.ts';

type Reader = Pick<Viewer, 'actor' | 'layers'>;

export const inClasses: Statement = {
  name: 'gate-layers-in-classes',
  text: `select unnest(${layersInClassesSql({ person: '$1::uuid' })}) as id`,
};
const inOneClass = {
  name: 'gate-layers-in-class',
  text: `select unnest(${layersInClassSql({ person: '$1::uuid', classId: '$2::uuid' })}) as id`,
};

/** The same reader after something may have opened to them. */
export async function withNewLayers<R extends Reader>(
  db: Db,
  reader: R,
  personId: string,
): Promise<R> {
  const { within } = reader.actor;
  const rows = await (within === undefined
    ? db.rows<{ id: number }>(inClasses, [personId])
    : db.rows<{ id: number }>(inOneClass, [personId, within]));
  return { ...reader, layers: [...new Set([...reader.layers, ...rows.map(({ id }) => id)])] };
}

/**
 * Reads as somebody who may have just been opened something. What is read may be handed in meanwhile by
 * another request of theirs: then it is looked for once more.
 */
export async function afresh<R extends Reader, Result>(
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

/** Whose notes are listed, and the assignment they are listed in; null outside. */
export interface Entered {
  readonly lister: Viewer;
  readonly ground: Ground | null;
}

/**
 * Whose notes are listed: in an assignment what stands there and one's own notebook; elsewhere what is
 * of no class. A note that one has the address of is found either way.
 */
export async function enter(
  db: Db,
  viewer: Viewer,
  assignment: string | undefined,
): Promise<Entered> {
  if (assignment === undefined)
    return { lister: { ...viewer, layers: viewer.outside ?? viewer.layers }, ground: null };
  const before = await groundFor(db, assignment, viewer);
  const hasOpened = await settleTime(db, before);
  const ground = hasOpened ? await groundFor(db, assignment, viewer) : before;
  const { layers } = hasOpened ? await withNewLayers(db, viewer, ground.personId) : viewer;
  const rows = await db.rows<{ id: number }>(layersOfAssignment, [assignment, layers]);
  return { lister: { ...viewer, layers: rows.map(({ id }) => id) }, ground };
}

export const readerIn = async (...asked: Parameters<typeof enter>): Promise<Viewer> =>
  (await enter(...asked)).lister;
