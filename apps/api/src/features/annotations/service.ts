import type { AnnotationPage, AnnotationView, ThreadView } from '@glossator/contract';
import { limits } from '@glossator/contract';
import { can, type ResolutionAction } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { holdNote, judgeNote } from '../gate/judge.ts';
import { afresh } from '../gate/reader.ts';
import { aroundWork } from '../works/text-store.ts';
import {
  memberId,
  permitted,
  present,
  threadView,
  visible,
  type AnnotationDeps,
} from './access.ts';
import { changeResolution, changeState } from './change-state.ts';
import { presentAnnotation, subjectOf } from './presenter.ts';
import { oneAnnotation, threadNotes, type Reader } from './repository.ts';

export async function readAnnotation(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
): Promise<AnnotationView> {
  return present(deps, reader, await visible(deps, reader, id));
}

export async function act(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  action: 'delete' | 'restore',
  /** The newest version they have seen; null where they were not asked. */
  version: number | null = null,
): Promise<AnnotationView> {
  const row = await permitted(deps, reader, id, action);
  const actorId = memberId(reader.actor);
  await changeState(deps.transact, { id, actorId, action, reason: '', version });
  if (row.layer !== 'class') return readAnnotation(deps, reader, id);
  if (action === 'restore')
    await deps.transact(async (db) => {
      await holdNote(db, id);
      await judgeNote(db, id);
    });
  return afresh(deps.db, reader, actorId, (now) => readAnnotation(deps, now, id));
}

export async function settle(
  deps: AnnotationDeps,
  reader: Reader,
  threadId: string,
  action: ResolutionAction,
): Promise<ThreadView> {
  const [root] = await threadNotes(deps.db, reader, threadId, null, 1);
  if (root === undefined) throw notFound();
  const actorId = memberId(reader.actor);
  if (!can(reader.actor, 'resolve', subjectOf(root)))
    throw new Refusal('not-allowed', 'You may not settle this thread.');
  await changeResolution(deps.transact, { id: threadId, actorId, action, reason: '' });
  return threadView(deps, reader, root.work, threadId);
}

export async function listNotes(
  deps: AnnotationDeps,
  reader: Reader,
  threadId: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<AnnotationPage> {
  const place = readCursor(cursor, 'instant', 'uuid');
  const after = place === null ? null : { created: place[0], id: place[1] };
  // Of the longest notes a greater page would be fifty megabytes.
  const size = Math.min(limit, limits.pageSize);
  const rows = await threadNotes(deps.db, reader, threadId, after, size + 1);
  // A thread is never empty, so nothing from the start means that it is not there for this reader.
  const [first] = rows;
  if (first === undefined && after === null) throw notFound();
  if (first === undefined) return { items: [], next: null };
  const structure = await aroundWork(deps.texts, first.work, (work) => work.structure);
  return pageOf(
    rows,
    size,
    (row) => presentAnnotation(row, reader.actor, structure),
    (last) => writeCursor(last.created, last.id),
  );
}

/** One thread with its first notes, where the reader sees it. */
export async function readThread(
  deps: AnnotationDeps,
  reader: Reader,
  threadId: string,
): Promise<ThreadView> {
  const [root] = await threadNotes(deps.db, reader, threadId, null, 1);
  if (root === undefined) throw notFound();
  return threadView(deps, reader, root.work, threadId);
}

/** Where a note stands, for its permalink. */
export async function locate(deps: AnnotationDeps, reader: Reader, id: string) {
  const row = await visible(deps, reader, id);
  const view = await threadView(deps, reader, row.work, row.thread);
  const { work, thread, assignment } = row;
  return { work, address: view.target.address, thread, assignment };
}

/** The thread of a note that the reader sees; null where there is none. */
export async function threadOfNote(db: Db, reader: Reader, id: string): Promise<string | null> {
  return (await oneAnnotation(db, reader, id))?.thread ?? null;
}
