import type { ThreadView } from '@glossator/contract';
import {
  can,
  canStartThread,
  type Actor,
  type HoldCause,
  type Layer,
  type WrittenLayer,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { breaks } from '../../db/constraint.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { openHeldCase } from '../moderation/cases.ts';
import { aroundWork } from '../works/text-store.ts';
import { memberId, permitted, threadView, visible, type AnnotationDeps } from './access.ts';
import { applyState } from './change-state.ts';
import { refusalOf } from '../sanctions/refuse.ts';
import { checkAudience } from './find-target.ts';
import { layerIdOf, layerNamed, withLayer } from './layers.ts';
import { subjectOf } from './presenter.ts';
import { copyNote, moveThread, targetRow } from './carry-repository.ts';
import { annotationByKey, threadNotes, type AnnotationRow, type Reader } from './repository.ts';
import { causesOf, standing } from './standing.ts';
import { lockResolution, writeEvent } from './state-repository.ts';
import { wordsOf } from './words.ts';

/** Takes one's own thread, with nobody else's words in it, into another layer. */
export async function move(
  deps: AnnotationDeps,
  reader: Reader,
  threadId: string,
  to: WrittenLayer,
): Promise<ThreadView> {
  const [root] = await threadNotes(deps.db, reader, threadId, null, 1);
  if (root === undefined) throw notFound();
  const personId = memberId(reader.actor);
  const subject = subjectOf(root);
  const layer = layerNamed(to, personId);
  const may = (actor: Actor): boolean =>
    can(actor, 'move', { ...subject, othersWrote: false }) &&
    canStartThread(actor, layer, root.work_id);
  if (!may(reader.actor))
    throw await refusalOf(deps.db, reader.actor, {
      may,
      workId: root.work_id,
      otherwise: 'Only the one who opened a thread can move it.',
    });
  if (!can(reader.actor, 'move', subject)) throw othersWrote();
  if (root.layer === to) return threadView(deps, reader, root.work, threadId);
  await checkAudience(deps.db, threadId, layer);
  const causes = await causesToCarry(deps, reader, root, layer);
  if (causes.length > 0) return holdThread(deps, reader, root, causes);
  const layerId = await layerIdOf(deps.db, layer);
  await deps.transact(async (db) => {
    // A reply that comes meanwhile waits for this lock, and then finds the thread elsewhere.
    await lockResolution(db, threadId);
    if (!(await moveThread(db, threadId, layerId))) throw othersWrote();
    await writeEvent(db, {
      annotationId: root.id,
      actorId: personId,
      action: 'move',
      before: root.layer,
      after: to,
      reason: '',
    });
  });
  return threadView(deps, withLayer(reader, layerId), root.work, threadId);
}

/** Why a note of one's own would have to wait in another layer. */
async function causesToCarry(
  deps: AnnotationDeps,
  reader: Reader,
  row: AnnotationRow,
  layer: Layer,
): Promise<readonly HoldCause[]> {
  if (layer.kind !== 'public' || row.body === null) return [];
  const { body } = row;
  const { places } = await targetRow(deps.db, row.thread);
  const words = await aroundWork(deps.texts, row.work, (work) =>
    wordsOf(work, { body, seen: row.seen }),
  );
  return causesOf(deps, reader, layer, row.work_id, places, words, row.id);
}

/** A thread on its way from the notebook to the public, which waits. */
async function holdThread(
  deps: AnnotationDeps,
  reader: Reader,
  root: AnnotationRow,
  causes: readonly HoldCause[],
): Promise<ThreadView> {
  const actorId = memberId(reader.actor);
  const layerId = await layerIdOf(deps.db, layerNamed('waiting', actorId));
  await deps.transact(async (db) => {
    await lockResolution(db, root.thread);
    // Only one note waits at a time, as only one is decided on.
    if ((await threadNotes(db, reader, root.thread, null, 2)).length > 1)
      throw new Refusal(
        'move-held',
        'This thread would wait for a moderator, which only single notes can: copy its notes one by one.',
      );
    await applyState(db, { id: root.id, actorId, action: 'hold', reason: '' });
    await openHeldCase(db, root.id, 'held', causes, root.body ?? '');
  });
  return threadView(deps, withLayer(reader, layerId), root.work, root.thread);
}

const othersWrote = (): Refusal =>
  new Refusal('others-wrote', 'Others have written in this thread; copy your note instead.');

/** Writes one's own note again in another layer, as a thread on the same target. */
export async function copy(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  { layer: to, key }: { readonly layer: WrittenLayer; readonly key: string },
): Promise<{ view: ThreadView; isNew: boolean }> {
  const row = await permitted(deps, reader, id, 'copy');
  const authorId = memberId(reader.actor);
  const layer = layerNamed(to, authorId);
  const may = (actor: Actor): boolean => canStartThread(actor, layer, row.work_id);
  if (!may(reader.actor))
    throw await refusalOf(deps.db, reader.actor, {
      may,
      workId: row.work_id,
      otherwise: 'You may not write in this layer.',
    });
  await checkAudience(deps.db, row.thread, layer);
  const causes = await causesToCarry(deps, reader, row, layer);
  const stands = await standing(deps, authorId, layer, causes);
  const known = withLayer(reader, stands.layerId);
  const made = { ...stands, id: uuidv7(), rootId: uuidv7(), from: id, authorId, key };
  try {
    await deps.transact(async (db) => {
      if (!(await copyNote(db, made)))
        throw new Refusal('state-changed', 'The note was taken away meanwhile.');
      if (causes.length > 0) await openHeldCase(db, made.rootId, 'held', causes, row.body ?? '');
    });
  } catch (error) {
    if (!breaks(error, 'annotation_author_id_post_key_key')) throw error;
    const earlier = await annotationByKey(deps.db, authorId, key);
    if (earlier === null) throw error;
    const { work, thread } = await visible(deps, known, earlier);
    return { view: await threadView(deps, known, work, thread), isNew: false };
  }
  return { view: await threadView(deps, known, row.work, made.id), isNew: true };
}
