import type { WorkView } from '@glossator/contract';
import { createContext } from 'svelte';
import type { WorkPlace } from './reader-address.ts';

/** What every part of the reader needs and none of them changes. */
export interface ReaderContext {
  readonly work: WorkView;
  readonly place: WorkPlace;
}

export const [readerContext, provideReader] = createContext<() => ReaderContext>();
