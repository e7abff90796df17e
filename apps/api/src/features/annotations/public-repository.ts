import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { actorValues } from '../../db/visibility.ts';
import * as statements from './public-statements.ts';
import type { AnnotationRow, NoteCursor, Reader } from './repository.ts';

/* Published notes of a work's public layer, as other programs are given them. */

export function publicNotes(
  db: Db,
  reader: Reader,
  workId: number,
  after: NoteCursor | null,
  limit: number,
): Promise<AnnotationRow[]> {
  return db.rows<AnnotationRow & Record<string, unknown>>(statements.publicNotes, [
    ...actorValues(reader.actor),
    reader.layers,
    workId,
    after?.created ?? ends.firstInstant,
    after?.id ?? ends.firstUuid,
    limit,
  ]);
}

/** The note `places` before another of the same list; without one, before its end. */
export async function publicNoteBack(
  db: Db,
  workId: number,
  from: NoteCursor | null,
  places: number,
): Promise<NoteCursor | null> {
  const [row] = await db.rows<{ created: string; id: string }>(statements.publicNoteBack, [
    workId,
    from?.created ?? ends.lastInstant,
    from?.id ?? ends.lastUuid,
    places,
  ]);
  return row ?? null;
}

export async function countPublicNotes(db: Db, workId: number): Promise<number> {
  const [row] = await db.rows<{ notes: number }>(statements.publicCount, [workId]);
  return row?.notes ?? 0;
}
