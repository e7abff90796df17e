import { limits, type DraftSaved, type DraftView, type Pointing } from '@glossator/contract';
import { checkText } from '@glossator/document';
import type { Actor, NoteKind, ThreadLayer } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { countDrafts } from './erase.ts';
import {
  draftsAfter,
  draftsAt,
  dropDraft,
  dropVersions,
  saveDraft,
  supersede,
} from './repository.ts';

/** Of more writers than these the oldest version goes. */
const mostVersions = 8;
const anyWriter = ends.firstUuid;

type Row = Awaited<ReturnType<typeof draftsAt>>[number];

const present = (row: Row): DraftView => ({
  place: row.place,
  body: row.body,
  layer: row.layer,
  kind: row.kind,
  tags: row.tags,
  pointing: row.pointing,
  begun: row.begun,
  saved: row.savedAt.toISOString(),
  version: row.version,
  device: row.device,
});

function ownerId(actor: Actor): string {
  if (actor.personId === null)
    throw new Refusal('sign-in-required', 'Drafts are kept for people who are signed in.');
  return actor.personId;
}

/** The actor's own drafts for these places, the newest of each first; a visitor has none. */
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
  const place = readCursor(cursor, 'place', 'uuid');
  const after =
    place === null ? { place: '', writer: anyWriter } : { place: place[0], writer: place[1] };
  return pageOf(await draftsAfter(db, personId, after, limit + 1), limit, present, (last) =>
    writeCursor(last.place, last.writer),
  );
}

export interface DraftInput {
  readonly body: string;
  readonly layer: ThreadLayer;
  readonly kind?: NoteKind;
  readonly tags?: string;
  readonly pointing?: Pointing;
  readonly begun?: number;
  readonly writer?: string;
  readonly over?: string;
  readonly device: string;
}

/** Bytes of what a draft points at; the longest range that a note may have takes less. */
const pointingBytes = 60_000;

/** Nothing is looked up yet: it is kept as the form has it, as long as it can be. */
function keepable(pointing: Pointing): Pointing {
  const faulty = (value: unknown): boolean =>
    typeof value === 'string'
      ? !checkText(value).ok
      : typeof value === 'object' && value !== null && Object.values(value).some(faulty);
  if (faulty(pointing))
    throw new Refusal('text-malformed', 'The words pointed at hold characters that no text has.');
  if (Buffer.byteLength(JSON.stringify(pointing)) > pointingBytes)
    throw new Refusal(
      'pointing-too-long',
      'What the draft points at is longer than a note may be.',
    );
  return pointing;
}

/** Keeps what one writer has; what others have written for the same place stands beside it. */
export async function putDraft(
  transact: Transact,
  actor: Actor,
  place: string,
  { writer = anyWriter, over, ...input }: DraftInput,
): Promise<DraftSaved> {
  const personId = ownerId(actor);
  const content = {
    layer: input.layer,
    kind: input.kind ?? 'comment',
    tags: (input.tags ?? '').replaceAll('\0', ''),
    pointing: input.pointing === undefined ? null : keepable(input.pointing),
    begun: input.begun ?? 0,
    device: input.device.slice(0, limits.deviceLength),
    body: acceptText(input.body, { field: 'The draft', max: limits.noteLength }),
  } as const;
  return transact(async (db) => {
    const before = await draftsAt(db, personId, [place]);
    const isNew = !before.some((row) => row.writer === writer);
    if (isNew && (await countDrafts(db, personId)) >= limits.drafts)
      throw new Refusal(
        'drafts-too-many',
        'There are too many drafts; discard some of them first.',
      );
    await saveDraft(db, personId, place, writer, content);
    if (over !== undefined) await supersede(db, personId, place, { version: over, writer });
    const rows = await draftsAt(db, personId, [place]);
    const own = rows.find((row) => row.writer === writer);
    if (own === undefined) throw new Error('a draft was not saved');
    const kept = rows.slice(0, mostVersions);
    await dropVersions(
      db,
      personId,
      place,
      rows.slice(mostVersions).map(({ version }) => version),
    );
    const others = kept.filter((row) => row !== own && row.body !== own.body);
    return { ...present(own), others: others.map(present) };
  });
}

export async function discardDraft(
  db: Db,
  actor: Actor,
  place: string,
  chosen: { readonly writer?: string; readonly version?: string },
): Promise<void> {
  await dropDraft(db, ownerId(actor), place, chosen);
}
