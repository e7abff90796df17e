import type { AnnotationView, NewReply, NewThread, ThreadView } from '@glossator/contract';
import {
  canStartThread,
  isLayerOfWork,
  type Actor,
  type ClassLayer,
  type Layer,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { breaks } from '../../db/constraint.ts';
import type { Db } from '../../db/client.ts';
import { notFound, notPublic, Refusal } from '../../refusal.ts';
import { ensureAlias } from '../gate/alias.ts';
import { afresh, withNewLayers } from '../gate/reader.ts';
import { writeFeedback, writeInAssignment } from '../gate/write.ts';
import { focusOn } from '../works/address.ts';
import type { Viewer } from '../../plugins/session.ts';
import { refusalOf } from '../sanctions/refuse.ts';
import { aroundWork, inWork } from '../works/text-store.ts';
import {
  memberId,
  permitted,
  present,
  threadView,
  visible,
  type AnnotationDeps,
} from './access.ts';
import { holdAnswer } from './held-answer.ts';
import { layerIdOf, layerNamed, withLayer } from './layers.ts';
import { newRoot, presentThread } from './presenter.ts';
import {
  annotationByKey,
  insertReply,
  insertThread,
  revisionsOf,
  type AnnotationRow,
  type Foreign,
  type Reader,
  type ThreadRow,
} from './repository.ts';
import { targetIn } from './find-target.ts';
import { causesOf, standing, storeThread } from './standing.ts';
import { isPlain } from './target.ts';
import { bodyOf, wordsOf } from './words.ts';

/**
 * What a repeated form gets: the note it made before. The same key with other words is refused, so
 * that nobody's second text is silently dropped.
 */
async function repeated<R extends Reader>(
  deps: AnnotationDeps,
  writer: R,
  id: string,
  body: string,
): Promise<{ row: AnnotationRow; reader: R }> {
  // The first of the two may have opened the layer in which its note waits.
  const waiting = layerNamed('waiting', memberId(writer.actor));
  const reader = withLayer(writer, await layerIdOf(deps.db, waiting));
  const row = await visible(deps, reader, id);
  // The note may have been edited since: what the form made is its first revision.
  const made = row.version === 1 ? row.body : (await revisionsOf(deps.db, id, 2, 1)).at(0)?.body;
  if (made !== body)
    throw new Refusal(
      'key-reused',
      'This form has made a note already; edit that note, or send this text as a new one.',
      await present(deps, reader, row),
    );
  return { row, reader };
}

/** Who writes: a reader with a name. */
export interface Writer extends Reader {
  readonly person: Viewer['person'];
  readonly works: Viewer['works'];
  /** Of the token by which a program writes for them. */
  readonly scope?: Viewer['scope'];
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
  foreign: Foreign | null = null,
): Promise<Made<ThreadView>> {
  if (input.layer === 'class' || input.layer === 'feedback')
    return startInAssignment(deps, writer, { ...input, layer: input.layer });
  const authorId = memberId(writer.actor);
  const layer = layerNamed(input.layer, authorId);
  const { work, focus, words } = await inWork(deps.texts, input.work, writer, (known) => ({
    work: known,
    words: wordsOf(known, input),
    focus: focusOn(known.structure, input.target),
  }));
  if (!isLayerOfWork(work.head.standing, layer.kind)) throw notPublic();
  const may = (actor: Actor): boolean => canStartThread(actor, layer, work.id);
  if (!may(writer.actor))
    throw await refusalOf(deps.db, writer.actor, {
      may,
      workId: work.id,
      otherwise: 'You may not write in this layer.',
    });
  const target = await targetIn(deps, writer, work, focus, layer, input.pointing);
  const causes = await causesOf(deps, writer, layer, work.id, target.places, words);
  const row: ThreadRow = {
    ...(await standing(deps, authorId, layer, causes)),
    id: uuidv7(),
    rootId: uuidv7(),
    workId: work.id,
    authorId,
    key: input.key,
    copiedFrom: null,
    isAnswer: false,
    ...target,
  };
  try {
    const made = await storeThread(deps, row, words, foreign, causes);
    // A plain target is known as it was stored; anything closer is read back with its words.
    const view =
      isPlain(row) && row.state === 'published'
        ? presentThread(
            [newRoot(work, row, words, layer, made, writer.person)],
            work.structure,
            writer.actor,
            null,
          )
        : await threadView(deps, withLayer(writer, row.layerId), work.head.slug, row.id);
    return { view, isNew: true };
  } catch (error) {
    return madeBefore(deps, writer, input.key, words.body, error);
  }
}

/** The thread that the same form made before, where that is why it was not stored. */
async function madeBefore(
  deps: AnnotationDeps,
  writer: Writer,
  key: string,
  body: string,
  error: unknown,
): Promise<Made<ThreadView>> {
  if (!isKeyTaken(error)) throw error;
  const known = await annotationByKey(deps.db, memberId(writer.actor), key);
  if (known === null) throw error;
  const { row: earlier, reader } = await repeated(deps, writer, known, body);
  return { view: await threadView(deps, reader, earlier.work, earlier.thread), isNew: false };
}

/** What the gate asks later is taken for granted: whether they are in the class, and may write now. */
const inClass = (
  kind: ClassLayer,
  assignment: string,
): Layer & { readonly assignment: string } => ({
  kind,
  ownerId: null,
  assignment,
  asReader: { role: 'student', writes: true },
});

/** Opens a thread in an assignment: where it stands is for the gate to say. */
async function startInAssignment(
  deps: AnnotationDeps,
  writer: Writer,
  input: NewThread & { readonly layer: ClassLayer },
): Promise<Made<ThreadView>> {
  const personId = memberId(writer.actor);
  if (input.assignment === undefined) throw notFound();
  const assignment = input.assignment;
  const { work, focus, words } = await inWork(deps.texts, input.work, writer, (known) => ({
    work: known,
    words: wordsOf(known, input),
    focus: focusOn(known.structure, input.target),
  }));
  const layer = inClass(input.layer, assignment);
  const may = (actor: Actor): boolean => canStartThread(actor, layer, work.id);
  if (!may(writer.actor))
    throw await refusalOf(deps.db, writer.actor, {
      may,
      workId: work.id,
      otherwise: 'You may not write here.',
    });
  const target = await targetIn(deps, writer, work, focus, layer, input.pointing);
  const write = input.layer === 'class' ? writeInAssignment : writeFeedback;
  const made = { id: uuidv7(), rootId: uuidv7(), workId: work.id, authorId: personId };
  const row = { ...made, key: input.key, copiedFrom: null, isAnswer: false, ...target } as const;
  const store = (db: Db) => (layerId: number) =>
    insertThread(db, { ...row, layerId, state: 'published' }, words);
  try {
    await deps.transact((db) =>
      write(db, assignment, writer, { workId: work.id, ...target }, store(db)),
    );
    const view = await afresh(deps.db, writer, personId, (reader) =>
      threadView(deps, reader, work.head.slug, row.id),
    );
    return { view, isNew: true };
  } catch (error) {
    const reader = await withNewLayers(deps.db, writer, personId);
    return madeBefore(deps, reader, input.key, words.body, error);
  }
}

export async function reply(
  deps: AnnotationDeps,
  reader: Reader,
  parentId: string,
  input: NewReply,
  foreign: Foreign | null = null,
): Promise<Made<AnnotationView>> {
  const authorId = memberId(reader.actor);
  const body = bodyOf(input);
  const known = await annotationByKey(deps.db, authorId, input.key);
  if (known !== null) {
    const earlier = await repeated(deps, reader, known, body);
    return { view: await present(deps, earlier.reader, earlier.row), isNew: false };
  }
  const parent = await permitted(deps, reader, parentId, 'reply');
  const words = await aroundWork(deps.texts, parent.work, (work) => wordsOf(work, input));
  // Whoever only answers has a pseudonym as well.
  if (parent.hides_names && parent.assignment !== null && parent.as_reader?.role === 'student')
    await ensureAlias(deps.db, parent.assignment, authorId);
  const id = uuidv7();
  try {
    const waits = await holdAnswer(
      deps,
      reader,
      { id, authorId, key: input.key },
      parent,
      words,
      foreign,
    );
    if (waits !== null) {
      const known = withLayer(reader, waits);
      return { view: await present(deps, known, await visible(deps, known, id)), isNew: true };
    }
    if (
      !(await insertReply(
        deps.db,
        { id, parentId, layerId: parent.layer_id, authorId, key: input.key },
        words,
        foreign,
      ))
    )
      return await replyElsewhere(deps, reader, parent, input);
  } catch (error) {
    if (!isKeyTaken(error)) throw error;
    return reply(deps, reader, parentId, input, foreign);
  }
  return { view: await present(deps, reader, await visible(deps, reader, id)), isNew: true };
}

/** Answers a note of an assignment that was handed in meanwhile, where it stands now. */
async function replyElsewhere(
  deps: AnnotationDeps,
  reader: Reader,
  parent: AnnotationRow,
  input: NewReply,
): Promise<Made<AnnotationView>> {
  if (parent.layer === 'class') {
    const now = await withNewLayers(deps.db, reader, memberId(reader.actor));
    const row = await visible(deps, now, parent.id);
    if (row.layer_id !== parent.layer_id) return reply(deps, now, parent.id, input);
  }
  throw new Refusal('state-changed', 'The note you answer was taken away meanwhile.');
}
