import type { ExportQuery } from '@glossator/contract';
import type { Unit } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { PlaceCursor } from '../../db/place-order.ts';
import { Refusal } from '../../refusal.ts';
import {
  threadNotes,
  threadPlaces,
  threadsInFull,
  type AnnotationRow,
  type Reader,
} from '../annotations/rows.ts';
import { importSources } from '../exchange/sources.ts';
import { besideOf, type Said } from '../w3c/said.ts';
import { focusOn } from '../works/address.ts';
import {
  requireWork,
  type LoadedWork,
  type TextReader,
  type TextStore,
} from '../works/text-store.ts';
import { selector } from './select.ts';

/** Where a note came from, if not from here. */
export interface Source {
  readonly source: string;
  readonly id: string;
  readonly author: string;
  readonly written: string;
}

export interface ExportedNote {
  readonly row: AnnotationRow;
  readonly unit: Unit;
  /** What its thread points at, which the root alone says. */
  readonly root: AnnotationRow;
  /** Answers between it and the root; 0 for the root. */
  readonly depth: number;
  readonly source: Source | null;
  /** What a program said of it by the W3C protocol. */
  readonly said: Said | null;
}

export interface ExportDeps {
  readonly db: Db;
  readonly texts: TextStore;
  /** Who asks, as of now: rights may end while a long file is written. Null where they have. */
  readonly reader: () => Promise<(Reader & TextReader) | null>;
}

/**
 * Threads read at once, notes of each that come along, and of a longer thread at a time. Few units at
 * once: each batch looks at the newest threads of every one of them.
 */
export const batch = { threads: 100, notes: 20, more: 200, units: 16 } as const;

interface Step {
  readonly reader: Reader & TextReader;
  readonly work: LoadedWork;
}

async function step({ texts, reader }: ExportDeps, slug: string): Promise<Step> {
  const now = await reader();
  if (now === null) throw new Refusal('session-ended', 'This session has ended.');
  return { reader: now, work: await requireWork(texts, slug, now) };
}

/** The notes of one thread, oldest first, however many. */
async function* notesOf(
  deps: ExportDeps,
  slug: string,
  first: readonly AnnotationRow[],
): AsyncGenerator<readonly AnnotationRow[]> {
  yield first;
  let last = first.at(-1);
  let rows = first.length === batch.notes ? first : [];
  while (rows.length > 0 && last !== undefined) {
    const { reader } = await step(deps, slug);
    const after = { created: last.created, id: last.id };
    rows = await threadNotes(deps.db, reader, last.thread, after, batch.more);
    yield rows;
    last = rows.at(-1);
    if (rows.length < batch.more) return;
  }
}

/** Places of threads under a list of units, a page at a time; each thread once, where it opens. */
async function* placesOf(deps: ExportDeps, slug: string, units: readonly Unit[]) {
  const places = units.map(({ uid }) => ({ uid, entry: false }));
  let cursor: PlaceCursor | null = null;
  for (;;) {
    const { reader, work } = await step(deps, slug);
    const rows: Awaited<ReturnType<typeof threadPlaces>> = await threadPlaces(
      deps.db,
      work.id,
      places,
      reader.layers,
      cursor,
      batch.threads,
    );
    yield { rows, reader };
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch.threads) return;
    cursor = last;
  }
}

async function sourcesOf(
  db: Db,
  rows: readonly AnnotationRow[],
): Promise<ReadonlyMap<string, Source>> {
  return importSources(
    db,
    rows.map(({ id }) => id),
  );
}

/**
 * The notes asked for, in document order and threads from the root down, a batch at a time. No
 * transaction stays open: what is written meanwhile may be in the file or not, and each batch is read
 * under the rights that the reader has then. Served by the primary key of thread_place and the index
 * annotation_thread.
 */
export async function* exportNotes(
  deps: ExportDeps,
  query: ExportQuery,
  /** Of an older version: threads are found where they stood as well. */
  former?: readonly Unit[],
): AsyncGenerator<readonly ExportedNote[]> {
  const { work } = await step(deps, query.work);
  const isWanted = selector(query);
  const inside = former ?? focusOn(work.structure, query.in).inside;
  for (let at = 0; at < inside.length; at += batch.units) {
    const units = inside.slice(at, at + batch.units);
    for await (const { rows: places, reader } of placesOf(deps, query.work, units)) {
      const ids = places.map((place) => place.thread_id);
      const rows = await threadsInFull(deps.db, reader, ids, batch.notes);
      const byThread = Map.groupBy(rows, (row) => row.thread);
      for (const place of places) {
        const first = byThread.get(place.thread_id);
        const [root] = first ?? [];
        const unit = units[place.n - 1];
        if (first === undefined || root === undefined || unit === undefined) continue;
        const depths = new Map<string, number>();
        for await (const notes of notesOf(deps, query.work, first)) {
          for (const { id, parent_id: parent } of notes)
            depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
          const chosen = notes.filter(isWanted);
          if (chosen.length === 0) continue;
          const sources = await sourcesOf(deps.db, chosen);
          const { said } = await besideOf(deps.db, chosen);
          yield chosen.map((row) => ({
            row,
            unit,
            root,
            depth: depths.get(row.id) ?? 0,
            source: sources.get(row.id) ?? null,
            said: said.get(row.id) ?? null,
          }));
        }
      }
    }
  }
}
