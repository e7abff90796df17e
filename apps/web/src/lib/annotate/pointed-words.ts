import { createSubscriber } from 'svelte/reactivity';

export interface MarkedWords {
  /** `edition:version` they stand in. */
  readonly edition: string;
  readonly words: string;
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
  /** Once: the next form starts empty. */
  take(): MarkedWords | null {
    subscribe();
    const words = waiting;
    waiting = null;
    return words;
  },
};
