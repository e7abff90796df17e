import type { AnnotationView, NewReply, NewThread, ThreadView } from '@glossator/contract';
import { canStartThread } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { breaks } from '../../db/constraint.ts';
import { Refusal } from '../../refusal.ts';
import { focusOn, targetOf } from '../works/address.ts';
import { inWork } from '../works/text-store.ts';
import { memberId, permitted, threadView, visible, type AnnotationDeps } from './access.ts';
import { newRoot, presentAnnotation, presentThread } from './presenter.ts';
import {
  annotationByKey,
  insertReply,
  insertThread,
  notebookOf,
  revisionsOf,
  type AnnotationRow,
  type Reader,
  type ThreadRow,
} from './repository.ts';
import { checkSeen, wordsOf } from './words.ts';

/**
 * What a repeated form gets: the note it made before. The same key with other words is refused, so
 * that nobody's second text is silently dropped.
 */
async function repeated(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  body: string,
): Promise<AnnotationRow> {
  const row = await visible(deps, reader, id);
  // The note may have been edited since: what the form made is its first revision.
  const made = row.version === 1 ? row.body : (await revisionsOf(deps.db, id, 2, 1)).at(0)?.body;
  if (made !== body)
    throw new Refusal(
      'key-reused',
      'This form has made a note already; edit that note, or send this text as a new one.',
      presentAnnotation(row, reader.actor),
    );
  return row;
}

/** Who writes: a reader with a name. */
export interface Writer extends Reader {
  readonly person: { readonly name: string } | null;
}

export interface Made<View> {
  readonly view: View;
  readonly isNew: boolean;
}

const isKeyTaken = (error: unknown): boolean => breaks(error, 'annotation_author_id_post_key_key');

export async function startThread(
  deps: AnnotationDeps,
  writer: Writer,
  input: NewThread,
): Promise<Made<ThreadView>> {
  const authorId = memberId(writer.actor);
  const layer = { kind: input.layer, ownerId: input.layer === 'notebook' ? authorId : null };
  if (!canStartThread(writer.actor, layer))
    throw new Refusal('not-allowed', 'You may not write in this layer.');
  const words = wordsOf(input.body, input.seen);
  const { work, target } = await inWork(deps.texts, input.work, (known) => {
    checkSeen(known, input.seen);
    return { work: known, target: targetOf(focusOn(known.structure, input.target)) };
  });
  const row: ThreadRow = {
    id: uuidv7(),
    rootId: uuidv7(),
    workId: work.id,
    layerId: input.layer === 'notebook' ? await notebookOf(deps.db, authorId) : null,
    authorId,
    key: input.key,
    ...target,
  };
  try {
    const made = await insertThread(deps.db, row, words);
    const root = newRoot(work, row, words, layer, made, writer.person?.name ?? '');
    return { view: presentThread([root], work.structure, writer.actor, null), isNew: true };
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    const known = await annotationByKey(deps.db, authorId, input.key);
    if (known === null) throw error;
    const earlier = await repeated(deps, writer, known, words.body);
    return { view: await threadView(deps, writer, earlier.work, earlier.thread), isNew: false };
  }
}

export async function reply(
  deps: AnnotationDeps,
  reader: Reader,
  parentId: string,
  input: NewReply,
): Promise<Made<AnnotationView>> {
  const authorId = memberId(reader.actor);
  const words = wordsOf(input.body, input.seen);
  const known = await annotationByKey(deps.db, authorId, input.key);
  if (known !== null) {
    const row = await repeated(deps, reader, known, words.body);
    return { view: presentAnnotation(row, reader.actor), isNew: false };
  }
  const parent = await permitted(deps, reader, parentId, 'reply');
  await inWork(deps.texts, parent.work, (work) => {
    checkSeen(work, input.seen);
  });
  const id = uuidv7();
  try {
    if (!(await insertReply(deps.db, { id, parentId, authorId, key: input.key }, words)))
      throw new Refusal('state-changed', 'The note you answer was taken away meanwhile.');
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    return reply(deps, reader, parentId, input);
  }
  return { view: presentAnnotation(await visible(deps, reader, id), reader.actor), isNew: true };
}
