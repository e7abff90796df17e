import type { AnnotationView } from '@glossator/contract';
import { joinStream } from './shared-source.ts';

/** Gives a note anew whenever it changes; nothing while it cannot be read. Returns what ends it. */
export function watchNote(
  person: string,
  id: string,
  told: (note: AnnotationView) => void,
): () => void {
  let closed = false;
  async function read(): Promise<void> {
    try {
      const answer = await fetch(`/api/annotations/${id}`);
      if (answer.ok && !closed) told((await answer.json()) as AnnotationView);
    } catch {
      // Offline: the stream tells again when it is back.
    }
  }
  // From nowhere: the stream begins by saying that everything may have changed.
  const leave = joinStream(person, '', (heard) => {
    if (heard.kind === 'reset' || (heard.kind === 'change' && heard.data.annotation === id))
      void read();
  });
  return () => {
    closed = true;
    leave();
  };
}
