import type { Pointing } from '@glossator/contract';
import { createSubscriber } from 'svelte/reactivity';

/** What was pointed at in the text, on its way into the form beside it. */
export interface Pointed {
  /** The clause, or range of clauses, that the form is about. */
  readonly address: string;
  /** What is meant more closely; null for the whole of it. */
  readonly pointing: Pointing | null;
}

// A fact about this browser tab.
let waiting: Pointed | null = null;
let told: () => void = () => undefined;
const subscribe = createSubscriber((update) => {
  told = update;
  return () => {
    told = () => undefined;
  };
});

let held: Pointed | null = null;

export const pointed = {
  /** What the form beside the text points at; its other side may be marked next. */
  get held(): Pointed | null {
    return held;
  },
  hold(what: Pointed | null): void {
    held = what;
  },
  put(what: Pointed): void {
    waiting = what;
    told();
  },
  /** Once, by the form of its own clause: one that is about to give way to it leaves it. */
  take(address: string): Pointed | null {
    subscribe();
    if (waiting?.address !== address) return null;
    const what = waiting;
    waiting = null;
    return what;
  },
};
