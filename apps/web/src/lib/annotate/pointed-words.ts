import type { RangeLocus } from '@glossator/contract';
import { createSubscriber } from 'svelte/reactivity';

export interface MarkedWords {
  /** The clause, or range of clauses, they stand in. */
  readonly address: string;
  /** `edition:version` they stand in. */
  readonly edition: string;
  readonly words: string;
  /** Where exactly they stand. */
  readonly loci: readonly RangeLocus[];
}

// A fact about this browser tab: words marked in the text on their way into the form beside it.
let waiting: MarkedWords | null = null;
let told: () => void = () => undefined;
const subscribe = createSubscriber((update) => {
  told = update;
  return () => {
    told = () => undefined;
  };
});

export const pointedWords = {
  put(words: MarkedWords): void {
    waiting = words;
    told();
  },
  /** Once, by the form of their own clause: one that is about to give way to it leaves them. */
  take(address: string): MarkedWords | null {
    subscribe();
    if (waiting?.address !== address) return null;
    const words = waiting;
    waiting = null;
    return words;
  },
};
