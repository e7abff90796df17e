import { limits, type ThreadPage, type ThreadView, type WorkFilter } from '@glossator/contract';
import { firstOrder, type ThreadOrder } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { countsOf, type PlaceCursor } from '../../db/place-order.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import { checkFilter, isEmpty, placesMatching } from '../marks/service.ts';
import type { Focus } from '../works/address.ts';
import type { LoadedWork, Structure } from '../works/text-store.ts';
import { presentThread } from './presenter.ts';
import { threadPlaces, threadsWithNotes, type Reader, type RowOfPage } from './repository.ts';

/** How many notes of each thread a list brings along. */
export const notesEach = 100;
/** A thread that was asked for by one of its notes comes with more of them. */
const notesOfWanted = 500;

type Rows = [RowOfPage, ...RowOfPage[]];

function byThread(rows: readonly RowOfPage[]): Map<string, Rows> {
  const threads = new Map<string, Rows>();
  for (const row of rows) {
    const known = threads.get(row.thread);
    if (known === undefined) threads.set(row.thread, [row]);
    else known.push(row);
  }
  return threads;
}

/** The threads of these ids that the reader sees, in this order, with their first notes. */
export async function readThreads(
  db: Db,
  reader: Reader,
  structure: Structure,
  ids: readonly string[],
  notes = notesEach,
): Promise<ThreadView[]> {
  if (ids.length === 0) return [];
  const threads = byThread(await threadsWithNotes(db, reader, ids, notes + 1));
  return ids.flatMap((id) => {
    const rows = threads.get(id);
    if (rows === undefined) return [];
    const [root, ...replies] = rows;
    const told = replies.slice(0, notes - 1);
    const last = told.at(-1) ?? root;
    const more = root.there > 1 + told.length ? writeCursor(last.created, last.id) : null;
    return [presentThread([root, ...told], structure, reader.actor, more)];
  });
}

/** The units whose threads stand on a focus, in document order. */
function placesOn(focus: Focus): { uid: string; entry: boolean }[] {
  const places = focus.inside.map((each) => ({ uid: each.uid, entry: false }));
  const first = focus.unit?.uid ?? focus.segments[0]?.uid;
  // A span that begins before the first segment and reaches into it is shown there, once.
  return places.map((place) => ({
    ...place,
    entry: place.uid === first || place.uid === focus.segments[0]?.uid,
  }));
}

const placesAround = (focus: Focus): { uid: string; entry: boolean }[] =>
  focus.around.map((each) => ({ uid: each.uid, entry: true })).reverse();

export interface ThreadQuery {
  readonly focus: Focus;
  /** Threads on the containers around the focus, instead of on itself. */
  readonly wider: boolean;
  readonly cursor: string | undefined;
  readonly limit: number | undefined;
  /** Only threads with a note that matches. */
  readonly filter?: WorkFilter;
  readonly order?: ThreadOrder | undefined;
}

/** A place in one order is none in another. */
function placeOf(cursor: string | undefined, order: ThreadOrder): PlaceCursor | null {
  const counts = Array<'number'>(countsOf(order)).fill('number');
  const place = readCursor(cursor, 'number', 'instant', 'uuid', ...counts);
  if (place === null) return null;
  const [n, created, id, ...rest] = place;
  return { n, created, id, counts: rest };
}

export async function listThreads(
  db: Db,
  reader: Reader,
  work: LoadedWork,
  { focus, wider, cursor, limit, filter = {}, order = firstOrder }: ThreadQuery,
): Promise<ThreadPage> {
  const size = limit ?? limits.pageSize;
  const after = placeOf(cursor, order);
  const units = wider ? placesAround(focus) : placesOn(focus);
  if (units.length === 0) return { items: [], next: null };
  checkFilter(filter);
  const rows = await (isEmpty(filter)
    ? threadPlaces(db, work.id, units, reader.layers, after, size + 1, order)
    : placesMatching(db, reader, { work: work.id, filter, order }, units, after, size + 1));
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: await readThreads(db, reader, work.structure, [
      ...new Set(shown.map((row) => row.thread_id)),
    ]),
    next:
      rows.length > size && last !== undefined
        ? writeCursor(last.n, last.created, last.id, ...last.counts)
        : null,
  };
}

/** Threads of a work by their ids, as far as the reader sees them, with the first answer of each. */
export async function namedThreads(
  db: Db,
  reader: Reader,
  work: LoadedWork,
  ids: readonly string[],
): Promise<ThreadPage> {
  const found = await readThreads(db, reader, work.structure, [...new Set(ids)], 2);
  return { items: found.filter((each) => each.work === work.head.slug), next: null };
}

/** Puts the threads that are asked for by name at the head of a page; one alone whole as far as can be. */
export async function withWanted(
  db: Db,
  reader: Reader,
  work: LoadedWork,
  page: ThreadPage,
  ids: readonly string[],
): Promise<ThreadPage> {
  const notes = ids.length === 1 ? notesOfWanted : notesEach;
  const wanted = await readThreads(db, reader, work.structure, ids, notes);
  const here = wanted.filter((each) => each.work === work.head.slug);
  const first = new Set(here.map(({ id }) => id));
  return { ...page, items: [...here, ...page.items.filter(({ id }) => !first.has(id))] };
}
