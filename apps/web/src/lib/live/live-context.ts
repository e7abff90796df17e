import { createContext } from 'svelte';

/** Who else is writing an answer in a thread. */
export type WritersOf = (thread: string) => readonly string[];

export const [writersContext, provideWriters] = createContext<WritersOf>();
