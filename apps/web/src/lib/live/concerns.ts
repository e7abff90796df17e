import type { ChangeEvent } from '@glossator/contract';
import type { Reading } from '../reader/load-reading.ts';

/** Whether a change shows in the threads of a page, or only in its counts. */
export function concerns(
  { focus, threads, wider }: Pick<Reading, 'focus' | 'threads' | 'wider'>,
  { thread, uids }: Pick<ChangeEvent, 'thread' | 'uids'>,
): boolean {
  const isShown = [...threads.items, ...wider.items].some(({ id }) => id === thread);
  const places = new Set([...focus.segments, ...focus.containers, focus.uid]);
  return isShown || uids.some((uid) => places.has(uid));
}

/** Notes that one page shows and another did not, by others than `self`. */
export function newNotes(
  before: Pick<Reading, 'threads'>,
  after: Pick<Reading, 'threads'>,
  self: string | null,
): readonly { readonly id: string; readonly name: string }[] {
  const notesOf = (reading: Pick<Reading, 'threads'>) =>
    reading.threads.items.flatMap(({ annotations }) => annotations);
  const known = new Set(notesOf(before).map(({ id }) => id));
  return notesOf(after).flatMap(({ id, author }) =>
    known.has(id) || author === null || author.id === self ? [] : [{ id, name: author.name }],
  );
}
