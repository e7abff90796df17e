import type { AnnotationView, WorkView } from '@glossator/contract';
import { createContext } from 'svelte';
import type { Reading } from './load-reading.ts';
import type { WorkPlace } from './reader-address.ts';

/** What every part of the reader needs and none of them changes. */
export interface ReaderContext {
  readonly work: WorkView;
  readonly place: WorkPlace;
  /** A note of a thread that is shown. */
  readonly note: (id: string) => AnnotationView | undefined;
  readonly reasons: Reading['reasons'];
  /** Begins to mark a phrase by keys or buttons; script only. */
  readonly mark: () => void;
}

export const [readerContext, provideReader] = createContext<() => ReaderContext>();
