import type { Closing } from './closing.ts';

/** Ends everything in order, or without order when that takes longer than the limit. */
export function closeSoon(closing: Closing, exit: () => void, limit = 30_000): void {
  setTimeout(exit, limit).unref();
  void closing.run().then(exit);
}
