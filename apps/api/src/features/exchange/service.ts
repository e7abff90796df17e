import {
  limits,
  type CurrentImport,
  type ImportRowPage,
  type ImportRowView,
  type ImportView,
  type LeftOutReason,
  type NewImport,
} from '@glossator/contract';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { breaks } from '../../db/constraint.ts';
import type { Db } from '../../db/client.ts';
import type { JobQueue } from '../../db/job-queue.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import type { AnnotationDeps } from '../annotations/access.ts';
import { requireWork, type Structure } from '../works/text-store.ts';
import { oneLine } from './foreign-note.ts';
import { groundOf } from './place-note.ts';
import { readFile } from './read-file.ts';
import {
  cancelRows,
  closeImport,
  countRows,
  dropEndedImports,
  dropImport,
  importById,
  insertImport,
  insertRows,
  keysTaken,
  moveImport,
  newestImport,
  rowsAfter,
  type ImportHead,
  type ImportRow,
} from './repository.ts';
import { stageFile } from './stage.ts';

export interface ImportDeps extends AnnotationDeps {
  readonly queue: JobQueue;
}

async function present(db: Db, head: ImportHead): Promise<ImportView> {
  const counts = await countRows(db, head.id);
  const { id, work, source, fileName, state, total } = head;
  return {
    id,
    work,
    source,
    fileName,
    state,
    total,
    created: head.createdAt.toISOString(),
    waiting: counts.waiting,
    written: counts.written + head.written,
    known: counts.known + head.known,
    leftOut: counts.left_out,
    byContext: counts.by_context,
    cut: counts.cut,
  };
}

/** One's own import; nobody learns of another's. */
async function own(db: Db, viewer: Viewer, id: string): Promise<ImportHead> {
  const personId = requireMember(viewer.actor);
  const head = await importById(db, id);
  if (head?.personId !== personId) throw notFound();
  return head;
}

const alreadyOpen = (): Refusal =>
  new Refusal('import-open', 'An import of yours is still open; finish or cancel it first.');

/** Reads a file and shows what it would become. Nothing is written into the notebook yet. */
export async function openImport(
  deps: ImportDeps,
  viewer: Viewer,
  input: NewImport,
): Promise<ImportView> {
  const personId = requireMember(viewer.actor);
  const newest = await newestImport(deps.db, personId);
  if (newest?.state === 'preview' || newest?.state === 'running') throw alreadyOpen();
  const work = await requireWork(deps.texts, input.work, viewer);
  const file = readFile(input.text);
  const rows = await stageFile(file, {
    ground: await groundOf(deps.texts, work, viewer),
    locale: viewer.person?.locale ?? 'en',
    taken: (keys) => keysTaken(deps.db, personId, keys),
  });
  const id = uuidv7();
  try {
    await deps.transact(async (db) => {
      await dropEndedImports(db, personId);
      await insertImport(db, {
        id,
        personId,
        workId: work.id,
        source: file.source,
        fileName: oneLine(input.fileName, 200),
        total: rows.length,
      });
      for (let at = 0; at < rows.length; at += 500)
        await insertRows(db, id, rows.slice(at, at + 500));
    });
  } catch (error) {
    if (breaks(error, 'note_import_open')) throw alreadyOpen();
    throw error;
  }
  return readImport(deps, viewer, id);
}

export async function readImport(
  { db }: ImportDeps,
  viewer: Viewer,
  id: string,
): Promise<ImportView> {
  return present(db, await own(db, viewer, id));
}

export async function currentImport({ db }: ImportDeps, viewer: Viewer): Promise<CurrentImport> {
  const head = await newestImport(db, requireMember(viewer.actor));
  return { import: head === null ? null : await present(db, head) };
}

function addressOf({ byUid }: Structure, { fromUid, toUid }: ImportRow): string | null {
  const from = byUid.get(fromUid)?.path;
  const to = byUid.get(toUid)?.path;
  if (from === undefined || to === undefined) return null;
  return from === to ? from : `${from}-${to}`;
}

const preview = 400;

export function presentRow(row: ImportRow, structure: Structure): ImportRowView {
  return {
    n: row.n,
    foreignId: row.foreignId,
    outcome: row.outcome,
    reason: row.reason === '' ? null : (row.reason as LeftOutReason),
    address: addressOf(structure, row),
    certainty: row.certainty,
    quote: row.quote,
    body: [...(row.note?.body ?? '')].slice(0, preview).join(''),
    author: row.note?.author ?? '',
    cutTags: row.cutTags,
  };
}

export async function listRows(
  { db, texts }: ImportDeps,
  viewer: Viewer,
  id: string,
  query: { outcome?: ImportRow['outcome']; cursor?: string; limit?: number },
): Promise<ImportRowPage> {
  const head = await own(db, viewer, id);
  const work = await texts.recent(head.work);
  if (work === null) throw notFound();
  const after = readCursor(query.cursor, 'number')?.[0] ?? 0;
  const limit = query.limit ?? limits.pageSize;
  return pageOf(
    await rowsAfter(db, id, query.outcome ?? null, after, limit + 1),
    limit,
    (row) => presentRow(row, work.structure),
    (last) => writeCursor(last.n),
  );
}

export async function confirmImport(
  deps: ImportDeps,
  viewer: Viewer,
  id: string,
): Promise<ImportView> {
  await own(deps.db, viewer, id);
  await deps.transact(async (db) => {
    // Pressed twice, it runs once.
    if (await moveImport(db, id, ['preview'], 'running')) await deps.queue.add(db, id);
  });
  return readImport(deps, viewer, id);
}

/** What was written stays; the rest is left out. An import nobody has confirmed goes as a whole. */
export async function cancelImport(deps: ImportDeps, viewer: Viewer, id: string): Promise<void> {
  const head = await own(deps.db, viewer, id);
  await deps.transact(async (db) => {
    if (head.state === 'preview' && (await moveImport(db, id, ['preview'], 'cancelled')))
      await dropImport(db, id);
    else if (await moveImport(db, id, ['running'], 'cancelled')) {
      await cancelRows(db, id);
      await closeImport(db, id);
    }
  });
}
