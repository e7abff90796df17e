import type { HoldCause } from './question.ts';

/** A cause as its author sees it. */
export type ToldCause =
  | Exclude<HoldCause, { phase: 'word-lists' }>
  | { readonly phase: 'word-lists'; readonly words: readonly string[] };

/**
 * Causes as their author may know them: all of them, true, and of listed words those whose list
 * says that they may be told. Neither names of lists nor the other words go along.
 */
export const toldToAuthor = (causes: readonly HoldCause[]): readonly ToldCause[] =>
  causes.map((cause) =>
    cause.phase === 'word-lists'
      ? {
          phase: 'word-lists',
          words: [
            ...new Set(cause.words.filter(({ list }) => list.isTold).map(({ word }) => word)),
          ],
        }
      : cause,
  );
