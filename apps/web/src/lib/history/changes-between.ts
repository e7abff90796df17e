import type { RevisionView } from '@glossator/contract';
import { compareWords, type Stretch } from './compare-words.ts';

export interface ComparedRevision extends RevisionView {
  /** How it came from the last one before it that still has words; null where none is at hand. */
  readonly changes: { readonly from: number; readonly stretches: readonly Stretch[] } | null;
}

/** Revisions, newest first, each beside what it came from. The oldest of a page stands alone. */
export function changesBetween(revisions: readonly RevisionView[]): ComparedRevision[] {
  return revisions.map((revision, n) => {
    const before = revisions.slice(n + 1).find(({ body }) => body !== null);
    return {
      ...revision,
      changes:
        revision.body === null || before?.body == null
          ? null
          : { from: before.number, stretches: compareWords(before.body, revision.body) },
    };
  });
}
