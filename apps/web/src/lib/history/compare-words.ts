import { diffArrays } from 'diff';

export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

// Hanzi are compared by words as the segmenter knows them, other scripts by word; marks stand alone.
const words = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
const wordsOf = (text: string): string[] =>
  Array.from(words.segment(text), ({ segment }) => segment);

/** Beyond so many changes it is said that much was changed: the whole stands removed and added. */
const mostChanges = 2_000;

/** How one wording became another, in stretches that joined are both of them. */
export function compareWords(before: string, after: string): Stretch[] {
  const changes = diffArrays<string>(wordsOf(before), wordsOf(after), {
    maxEditLength: mostChanges,
  });
  if (changes === undefined)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
