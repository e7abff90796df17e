import { limits, type DraftView } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { draftsAfter, draftsAt, dropDraft, saveDraft, type DraftContent } from './repository.ts';

type Row = Awaited<ReturnType<typeof draftsAt>>[number];

const present = ({ place, body, layer, savedAt }: Row): DraftView => ({
  place,
  body,
  layer,
  saved: savedAt.toISOString(),
});

function ownerId(actor: Actor): string {
  if (actor.personId === null)
    throw new Refusal('sign-in-required', 'Drafts are kept for people who are signed in.');
  return actor.personId;
}

/** The actor's own drafts for these places; a visitor has none. */
export async function findDrafts(
  db: Db,
  actor: Actor,
  places: readonly string[],
): Promise<DraftView[]> {
  if (actor.personId === null || places.length === 0) return [];
  return (await draftsAt(db, actor.personId, places)).map(present);
}

export async function listDrafts(
  db: Db,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const personId = ownerId(actor);
  const after = readCursor(cursor, 'place')?.[0] ?? '';
  return pageOf(await draftsAfter(db, personId, after, limit + 1), limit, present, (last) =>
    writeCursor(last.place),
  );
}

export async function putDraft(
  db: Db,
  actor: Actor,
  place: string,
  content: DraftContent,
): Promise<DraftView> {
  const personId = ownerId(actor);
  const body = acceptText(content.body, { field: 'The draft', max: limits.noteLength });
  return present(await saveDraft(db, personId, place, { ...content, body }));
}

export async function discardDraft(db: Db, actor: Actor, place: string): Promise<void> {
  await dropDraft(db, ownerId(actor), place);
}
