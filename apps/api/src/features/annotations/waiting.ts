import { limits, type AnnotationView, type WaitingPage } from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { ends } from '../../db/instant.ts';
import { actorValues } from '../../db/visibility.ts';
import { requireMember } from '../../permission.ts';
import { withdrawProposal } from '../moderation/proposals.ts';
import { addressBetween } from '../works/address.ts';
import { aroundWork } from '../works/text-store.ts';
import { permitted, type AnnotationDeps } from './access.ts';
import { presentAnnotation } from './presenter.ts';
import type { AnnotationRow, Reader } from './repository.ts';
import { readAnnotation } from './service.ts';
import { annotationsNamed, unpublishedBefore } from './waiting-statements.ts';

interface Place extends Record<string, unknown> {
  readonly id: string;
  readonly written: string;
}

/** What of one's own waits for a moderator or was handed back, newest first. */
export async function listWaiting(
  { db, texts }: Pick<AnnotationDeps, 'db' | 'texts'>,
  reader: Reader,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<WaitingPage> {
  const personId = requireMember(reader.actor);
  const [written, id] = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  const { items: places, next } = pageOf(
    await db.rows<Place>(unpublishedBefore, [personId, written, id, limit + 1]),
    limit,
    (row) => row,
    (last) => writeCursor(last.written, last.id),
  );
  const rows = await db.rows<AnnotationRow & Record<string, unknown>>(annotationsNamed, [
    ...actorValues(reader.actor),
    places.map((place) => place.id),
    reader.layers,
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const items: WaitingPage['items'] = [];
  for (const place of places) {
    const row = rowOf.get(place.id);
    // Decided or taken away between the two readings.
    if (row === undefined) continue;
    const structure = await aroundWork(texts, row.work, (work) => work.structure);
    items.push({
      note: presentAnnotation(row, reader.actor, structure),
      work: row.work,
      address: addressBetween(structure, row.from_uid, row.to_uid),
      written: place.written,
    });
  }
  return { items, next };
}

/** Takes back an edit that waits or was handed back: what readers read stands. */
export async function takeEditBack(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
): Promise<AnnotationView> {
  // Taking something back is open to those who may not write, as deleting is.
  await permitted(deps, reader, id, 'delete');
  await deps.transact((db) => withdrawProposal(db, id));
  return readAnnotation(deps, reader, id);
}
