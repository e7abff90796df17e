import type { HoldCause, Layer } from '@glossator/domain';
import { openHeldCase } from '../moderation/cases.ts';
import { holdCauses } from '../moderation/hold.ts';
import type { AnnotationDeps } from './access.ts';
import { layerIdOf, layerNamed } from './layers.ts';
import {
  insertThread,
  type Foreign,
  type Reader,
  type ThreadRow,
  type Words,
} from './repository.ts';

/* Whether new words are public at once or wait for a moderator. */

/** Why they wait; nothing but public words ever does. */
export async function causesOf(
  { db }: Pick<AnnotationDeps, 'db'>,
  { actor }: Reader,
  layer: Layer,
  workId: number,
  places: readonly string[],
  { body, search }: Pick<Words, 'body' | 'search'>,
  /** A note of the author's own that says the same already. */
  from: string | null = null,
): Promise<readonly HoldCause[]> {
  if (layer.kind !== 'public') return [];
  return holdCauses(db, actor, {
    workId,
    places,
    body,
    folded: search.folded,
    note: from === null ? null : { id: from, isPublic: false },
  });
}

/** Where a new thread stands: in its layer, or in what waits. */
export async function standing(
  { db }: Pick<AnnotationDeps, 'db'>,
  authorId: string,
  layer: Layer,
  causes: readonly HoldCause[],
): Promise<Pick<ThreadRow, 'layerId' | 'state'>> {
  return causes.length === 0
    ? { layerId: await layerIdOf(db, layer), state: 'published' }
    : { layerId: await layerIdOf(db, layerNamed('waiting', authorId)), state: 'held' };
}

/** Stores a thread, and asks moderators where it waits. */
export async function storeThread(
  { db, transact }: AnnotationDeps,
  row: ThreadRow,
  words: Words,
  foreign: Foreign | null,
  causes: readonly HoldCause[],
): Promise<{ layer_id: number; created: string }> {
  if (causes.length === 0) return insertThread(db, row, words, foreign);
  return transact(async (tx) => {
    const made = await insertThread(tx, row, words, foreign);
    await openHeldCase(tx, row.rootId, 'held', causes, words.body);
    return made;
  });
}
