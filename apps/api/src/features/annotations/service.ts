import type {
  AnnotationPage,
  AnnotationView,
  Edit,
  NewReply,
  NewThread,
  ThreadView,
} from '@glossator/contract';
import { limits } from '@glossator/contract';
import {
  can,
  canStartThread,
  type Ability,
  type Actor,
  type AnnotationAction,
  type ResolutionAction,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { renderMarkdown, rendererVersion } from '../../markdown/render.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { focusOn, targetOf } from '../works/address.ts';
import { inWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { changeResolution, changeState } from './change-state.ts';
import { newRoot, presentAnnotation, presentThread, subjectOf } from './presenter.ts';
import {
  annotationByKey,
  insertReply,
  insertRevision,
  insertThread,
  notebookOf,
  oneAnnotation,
  revisionsOf,
  threadNotes,
  type AnnotationRow,
  type Reader,
  type ThreadRow,
  type Words,
} from './repository.ts';
import { readThreads } from './threads.ts';

export interface AnnotationDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
}

function memberId(actor: Actor): string {
  if (actor.personId === null)
    throw new Refusal('sign-in-required', 'Sign in to write; reading needs no account.');
  return actor.personId;
}

function wordsOf(body: string, seen: readonly string[]): Words {
  const accepted = acceptText(body, { field: 'The note', max: limits.noteLength });
  return { body: accepted, html: renderMarkdown(accepted), renderer: rendererVersion, seen };
}

/** Every edition version an author claims to have seen must exist in the work. */
function checkSeen(work: LoadedWork, seen: readonly string[]): void {
  const known = new Set(work.editions.map((each) => `${each.edition_id}:${each.version}`));
  const unknown = seen.find((each) => !known.has(each));
  if (unknown !== undefined)
    throw new Refusal('version-unknown', `This work has no edition version ${unknown}.`);
}

async function visible(deps: AnnotationDeps, reader: Reader, id: string): Promise<AnnotationRow> {
  const row = await oneAnnotation(deps.db, reader, id);
  if (row === null) throw notFound();
  return row;
}

/** The note, where the actor sees it and has the ability; 404 and 403 otherwise. */
async function permitted(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  ability: Ability,
): Promise<AnnotationRow> {
  const row = await visible(deps, reader, id);
  if (reader.actor.personId === null && ability !== 'read-history') memberId(reader.actor);
  if (!can(reader.actor, ability, subjectOf(row)))
    throw new Refusal('not-allowed', 'You may not do this to this note.');
  return row;
}

async function threadView(
  deps: AnnotationDeps,
  reader: Reader,
  slug: string,
  threadId: string,
): Promise<ThreadView> {
  const structure = await inWork(deps.texts, slug, (work) => work.structure);
  const [thread] = await readThreads(deps.db, reader, structure, [threadId]);
  if (thread === undefined) throw notFound();
  return thread;
}

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
  if (row.body !== body && row.version === 1)
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

const isKeyTaken = (error: unknown): boolean => {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if ('constraint' in cause && cause.constraint === 'annotation_author_id_post_key_key')
      return true;
  return false;
};

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
    return { view: await threadView(deps, writer, input.work, earlier.thread), isNew: false };
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

export async function readAnnotation(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
): Promise<AnnotationView> {
  return presentAnnotation(await visible(deps, reader, id), reader.actor);
}

export async function edit(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  input: Edit,
): Promise<AnnotationView> {
  const row = await permitted(deps, reader, id, 'edit');
  const words = wordsOf(input.body, input.seen);
  await inWork(deps.texts, row.work, (work) => {
    checkSeen(work, input.seen);
  });
  // Sent again after a lost answer: the newest words are these already.
  const isRepeat = row.version === input.version + 1 && row.body === words.body;
  if (!isRepeat && !(await insertRevision(deps.db, id, input.version, words))) {
    throw new Refusal(
      'version-stale',
      'The note was changed elsewhere; your text is not saved yet.',
      await readAnnotation(deps, reader, id),
    );
  }
  return readAnnotation(deps, reader, id);
}

export async function act(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  action: Exclude<AnnotationAction, 'erase'>,
  reason = '',
): Promise<AnnotationView> {
  await permitted(deps, reader, id, action);
  const words =
    reason === '' ? '' : acceptText(reason, { field: 'The reason', max: limits.reasonLength });
  await changeState(deps.transact, {
    id,
    actorId: memberId(reader.actor),
    action,
    reason: words,
  });
  return readAnnotation(deps, reader, id);
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
  const rows = await threadNotes(deps.db, reader, threadId, after, limit + 1);
  // A thread is never empty, so nothing from the start means that it is not there for this reader.
  if (rows.length === 0 && after === null) throw notFound();
  return pageOf(
    rows,
    limit,
    (row) => presentAnnotation(row, reader.actor),
    (last) => writeCursor(last.created, last.id),
  );
}

export async function listRevisions(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  await permitted(deps, reader, id, 'read-history');
  const before = readCursor(cursor, 'number')?.[0] ?? 2 ** 31 - 1;
  const rows = await revisionsOf(deps.db, id, before, limit + 1);
  return pageOf(
    rows,
    limit,
    (row) => ({
      number: row.number,
      body: row.body,
      html: row.renderer === rendererVersion ? row.html : renderMarkdown(row.body),
      written: row.writtenAt.toISOString(),
      seen: row.seen,
    }),
    (last) => writeCursor(last.number),
  );
}

/** Where a note stands, for its permalink. */
export async function locate(deps: AnnotationDeps, reader: Reader, id: string) {
  const row = await visible(deps, reader, id);
  const view = await threadView(deps, reader, row.work, row.thread);
  return { work: row.work, address: view.target.address, thread: row.thread };
}

/** The thread of a note that the reader sees; null where there is none. */
export async function threadOfNote(db: Db, reader: Reader, id: string): Promise<string | null> {
  return (await oneAnnotation(db, reader, id))?.thread ?? null;
}
