import type { ThreadView } from '@glossator/contract';

/**
 * Answers that wait stand under the notes they answer, for their author alone: in a list of threads,
 * each is taken into the thread that holds what it answers. One whose note is not there stays a
 * thread of its own.
 */
export function nestAnswers(threads: readonly ThreadView[]): readonly ThreadView[] {
  const homes = new Map(
    threads.flatMap((thread) =>
      thread.layer === 'waiting'
        ? []
        : thread.annotations.map(({ id }) => [id, thread.id] as const),
    ),
  );
  const homeOf = (thread: ThreadView): string | undefined => {
    const answers = thread.layer === 'waiting' ? thread.annotations[0]?.review?.answers : null;
    return answers == null ? undefined : homes.get(answers);
  };
  const guests = threads.filter((thread) => homeOf(thread) !== undefined);
  if (guests.length === 0) return threads;
  return threads
    .filter((thread) => !guests.includes(thread))
    .map((thread) => {
      const mine = guests.filter((guest) => homeOf(guest) === thread.id);
      if (mine.length === 0) return thread;
      const annotations = mine
        .flatMap((guest) => guest.annotations)
        .map((note) => ({ ...note, parent: note.review?.answers ?? note.parent }));
      return { ...thread, annotations: [...thread.annotations, ...annotations] };
    });
}
