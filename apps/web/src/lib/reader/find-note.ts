import type { AnnotationView } from '@glossator/contract';
import type { Reading } from './load-reading.ts';

/** A note of a thread that a page shows. */
export function findNote({ threads, wider }: Reading, wanted: string): AnnotationView | undefined {
  return [...threads.items, ...wider.items]
    .flatMap(({ annotations }) => annotations)
    .find(({ id }) => id === wanted);
}
