import { diffArrays } from 'diff';

const words = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const wordsOf = (text: string): string[] => text.match(words) ?? [];
const lettersOf = (pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum + piece.length, 0);

/** Texts that differ in more are others, and need not be compared to their end. */
const mostChanges = 2_000;

/** How much of the shorter of two texts stands in the other, word by word and in its order: 0 to 1. */
export function sharedText(left: string, right: string): number {
  const [ours, theirs] = [wordsOf(left), wordsOf(right)];
  const shorter = Math.min(lettersOf(ours), lettersOf(theirs));
  if (shorter === 0) return 0;
  const changes = diffArrays(ours, theirs, { maxEditLength: mostChanges }) ?? [];
  const same = changes.flatMap(({ added, removed, value }) => (added || removed ? [] : value));
  return lettersOf(same) / shorter;
}
