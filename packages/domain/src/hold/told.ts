import type { CaseCause } from '../states/case.ts';

/** A cause as its author sees it. */
export type ToldCause =
  | Exclude<CaseCause, { phase: 'word-lists' }>
  | { readonly phase: 'word-lists'; readonly words: string[] };

/**
 * Causes as their author may know them: all of them, true, and of listed words those whose list
 * says that they may be told. Neither names of lists nor the other words go along.
 */
export const toldToAuthor = (causes: readonly CaseCause[]): readonly ToldCause[] =>
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
