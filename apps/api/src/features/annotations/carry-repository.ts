import type { Layer, LayerKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import * as statements from './statements.ts';
import type { Target } from './target.ts';

/** Where a thread stands, and whose audience the note has that it is about. */
export async function targetRow(
  db: Db,
  threadId: string,
): Promise<{ from: string; to: string; places: string[]; about: Layer | null }> {
  const [row] = await db.rows<{
    from_uid: string;
    to_uid: string;
    places: string[];
    about_layer: LayerKind | null;
    about_owner: string | null;
  }>(statements.targetRow, [threadId]);
  if (row === undefined) throw new Error('a thread without a row');
  return {
    from: row.from_uid,
    to: row.to_uid,
    places: row.places,
    about: row.about_layer === null ? null : { kind: row.about_layer, ownerId: row.about_owner },
  };
}

/** Points a thread elsewhere; false where somebody has answered. */
export async function retargetThread(
  db: Db,
  threadId: string,
  { kind, from, to, places, loci, aboutId, entry }: Target,
): Promise<boolean> {
  const [row] = await db.rows<{ done: boolean }>(statements.retargetThread, [
    threadId,
    kind,
    from,
    to,
    aboutId,
    entry?.edition ?? null,
    entry?.number ?? null,
    places,
    JSON.stringify(loci.map((locus, n) => ({ n: n + 1, ...locus }))),
  ]);
  const done = row?.done ?? false;
  if (done) await db.rows(statements.dropAbout, [threadId]);
  return done;
}

/** Takes a thread into another layer; false where somebody else has written in it meanwhile. */
export async function moveThread(
  db: Db,
  threadId: string,
  layerId: number | null,
): Promise<boolean> {
  const rows = await db.rows(statements.moveThread, [threadId, layerId]);
  return rows.length > 0;
}

/** Writes a note again as a thread of its own on the same target, with its newest words. */
export async function copyNote(
  db: Db,
  row: {
    id: string;
    rootId: string;
    from: string;
    layerId: number | null;
    authorId: string;
    key: string;
    state: 'published' | 'held';
  },
): Promise<boolean> {
  const rows = await db.rows(statements.copyNote, [
    row.id,
    row.rootId,
    row.from,
    row.layerId,
    row.authorId,
    row.key,
    row.state,
  ]);
  return rows.length > 0;
}
