import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { reply, startThread, type Writer } from '../annotations/create.ts';
import { withLayer } from '../annotations/layers.ts';
import { annotationByKey, ownLayer } from '../annotations/rows.ts';
import { keyOf } from './keys.ts';
import {
  closeImport,
  importById,
  moveImport,
  personOf,
  rememberSource,
  rowsAfter,
  settleRow,
  type ImportHead,
  type ImportRow,
  type StagedNote,
} from './repository.ts';
import type { ImportDeps } from './service.ts';

export const batchSize = 50;

/** The importer as a writer into their own notebook; null where they have left meanwhile. */
async function writerOf(
  deps: ImportDeps,
  { personId, workId }: Pick<ImportHead, 'personId' | 'workId'>,
): Promise<Writer | null> {
  const person: Viewer['person'] = await personOf(deps.db, personId);
  if (person === null) return null;
  const notebook = await ownLayer(deps.db, 'notebook', personId);
  // That they may read the work was asked when they brought the file.
  return withLayer(
    { actor: { personId, roles: [] }, layers: [], works: [workId], person },
    notebook,
  );
}

type Outcome = readonly [outcome: ImportRow['outcome'], reason: string];

async function writeNote(
  deps: ImportDeps,
  writer: Writer,
  head: ImportHead,
  note: StagedNote,
  key: string,
): Promise<{ id: string | null; isNew: boolean } | null> {
  const { body, kind, tags, seen, target, pointing, parent } = note;
  const words = { body, kind, tags: [...tags], seen: [...seen], key };
  if (parent !== null) {
    const answered = await annotationByKey(deps.db, head.personId, keyOf(head.source, parent));
    if (answered === null) return null;
    const { view, isNew } = await reply(deps, writer, answered, words);
    return { id: view.id, isNew };
  }
  const { view, isNew } = await startThread(deps, writer, {
    ...words,
    work: head.work,
    target,
    layer: 'notebook',
    ...(pointing === null ? {} : { pointing }),
  });
  return { id: view.annotations[0]?.id ?? null, isNew };
}

/** The same words by the same service as the form: its checks are the only ones. */
async function writeRow(
  deps: ImportDeps,
  writer: Writer,
  head: ImportHead,
  row: ImportRow,
): Promise<Outcome> {
  const { note } = row;
  if (note === null) return ['left-out', 'malformed'];
  try {
    const made = await writeNote(deps, writer, head, note, keyOf(head.source, row.foreignId));
    if (made?.id == null) return ['left-out', 'parent-missing'];
    await rememberSource(deps.db, {
      annotationId: made.id,
      personId: head.personId,
      source: head.source,
      foreignId: row.foreignId,
      author: note.author,
      written: note.written,
    });
    return [made.isNew ? 'written' : 'known', ''];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Made by an earlier import and changed since: it stays as its owner has it.
    return error.code === 'key-reused' ? ['known', ''] : ['left-out', 'refused'];
  }
}

/**
 * The next notes of an import, each in a transaction of its own; true where there are more. May be
 * stopped anywhere and begun again, also twice at once: a key makes one note.
 */
export async function workBatch(deps: ImportDeps, id: string): Promise<boolean> {
  const head = await importById(deps.db, id);
  if (head?.state !== 'running') return false;
  const writer = await writerOf(deps, head);
  if (writer === null) return false;
  const rows = await rowsAfter(deps.db, id, 'waiting', 0, batchSize);
  for (const row of rows) {
    const [outcome, reason] = await writeRow(deps, writer, head, row);
    await settleRow(deps.db, id, row.n, outcome, reason);
  }
  if (rows.length === batchSize) return true;
  await deps.transact(async (db) => {
    if (await moveImport(db, id, ['running'], 'done')) await closeImport(db, id);
  });
  return false;
}
