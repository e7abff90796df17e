import type { ThreadView } from '@glossator/contract';
import { can, canStartThread, type Actor, type LayerKind } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { breaks } from '../../db/constraint.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { memberId, permitted, threadView, visible, type AnnotationDeps } from './access.ts';
import { refusalOf } from '../sanctions/refuse.ts';
import { checkAudience } from './find-target.ts';
import { layerIdOf, layerNamed, withLayer } from './layers.ts';
import { subjectOf } from './presenter.ts';
import { copyNote, moveThread } from './carry-repository.ts';
import { annotationByKey, threadNotes, type Reader } from './repository.ts';
import { lockResolution, writeEvent } from './state-repository.ts';

/** Takes one's own thread, with nobody else's words in it, into another layer. */
export async function move(
  deps: AnnotationDeps,
  reader: Reader,
  threadId: string,
  to: LayerKind,
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

const othersWrote = (): Refusal =>
  new Refusal('others-wrote', 'Others have written in this thread; copy your note instead.');

/** Writes one's own note again in another layer, as a thread on the same target. */
export async function copy(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  { layer: to, key }: { readonly layer: LayerKind; readonly key: string },
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
  const layerId = await layerIdOf(deps.db, layer);
  const known = withLayer(reader, layerId);
  const made = { id: uuidv7(), rootId: uuidv7(), from: id, layerId, authorId, key };
  try {
    if (!(await copyNote(deps.db, made)))
      throw new Refusal('state-changed', 'The note was taken away meanwhile.');
  } catch (error) {
    if (!breaks(error, 'annotation_author_id_post_key_key')) throw error;
    const earlier = await annotationByKey(deps.db, authorId, key);
    if (earlier === null) throw error;
    const { work, thread } = await visible(deps, known, earlier);
    return { view: await threadView(deps, known, work, thread), isNew: false };
  }
  return { view: await threadView(deps, known, row.work, made.id), isNew: true };
}
