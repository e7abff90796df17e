import { annotationStates, nextAnnotationState, type AnnotationState } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import {
  countStatement,
  dropMentions,
  dropReasons,
  dropOwnLayers,
  dropSaid,
  eraseNotes,
} from './erase-statements.ts';

/** What becomes of public notes when their author leaves. */
export type WritingFate = 'anonymise' | 'remove';

const erasable = annotationStates.filter((state) => nextAnnotationState(state, 'erase') !== null);

/** The notebook, and what waits to be public, with all threads: nobody but moderators has seen them. */
export async function eraseOwnLayers(db: Db, personId: string): Promise<void> {
  for (const statement of dropOwnLayers) await db.rows(statement, [personId]);
}

/**
 * Notes that go lose their words and history and leave their place; notes that stay lose only the
 * name, and what programs said beside their words. What the author had deleted goes either way: nobody
 * is left who may read it. No note calls the person any more.
 */
export async function eraseWriting(db: Db, personId: string, fate: WritingFate): Promise<void> {
  const states: readonly AnnotationState[] = fate === 'remove' ? erasable : ['deleted'];
  await db.rows(dropMentions, [personId]);
  await db.rows(dropSaid, [personId]);
  await db.rows(dropReasons, [personId]);
  for (const statement of eraseNotes) await db.rows(statement, [personId, states]);
}

export interface Writing {
  readonly notes: number;
  readonly notebookNotes: number;
  readonly revisions: number;
  readonly decisions: number;
}

export async function countWriting(db: Db, personId: string): Promise<Writing> {
  const [counts] = await db.rows<Writing & Record<string, unknown>>(countStatement, [personId]);
  if (counts === undefined) throw new Error('nothing was counted');
  return counts;
}
