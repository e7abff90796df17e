import { v7 as uuidv7 } from 'uuid';
import type { AnnotationDeps } from './access.ts';
import { targetRow } from './carry-repository.ts';
import type { AnnotationRow, Foreign, Reader, Words } from './repository.ts';
import { causesOf, standing, storeThread } from './standing.ts';

interface Answer {
  readonly id: string;
  readonly authorId: string;
  readonly key: string;
}

/**
 * Stores an answer that waits, as a thread of its author's own about the note it answers: in the
 * thread itself its place would show. Null where it need not wait.
 */
export async function holdAnswer(
  deps: AnnotationDeps,
  reader: Reader,
  { id, authorId, key }: Answer,
  parent: AnnotationRow,
  words: Words,
  foreign: Foreign | null,
): Promise<number | null> {
  const layer = { kind: parent.layer, ownerId: parent.owner_id };
  if (layer.kind !== 'public') return null;
  const { places, from, to } = await targetRow(deps.db, parent.thread);
  const causes = await causesOf(deps, reader, layer, parent.work_id, places, words);
  if (causes.length === 0) return null;
  const stands = await standing(deps, authorId, layer, causes);
  const row = {
    rootId: id,
    workId: parent.work_id,
    authorId,
    key,
    copiedFrom: null,
    isAnswer: true,
  };
  const target = {
    kind: 'note',
    from,
    to,
    places,
    loci: [],
    aboutId: parent.id,
    entry: null,
    part: null,
    term: null,
  } as const;
  await storeThread(deps, { ...stands, ...row, ...target, id: uuidv7() }, words, foreign, causes);
  return stands.layerId;
}
