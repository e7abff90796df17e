import type { Phase } from './question.ts';
import { holdModes } from './settings.ts';

/**
 * Listed words hold a note and never refuse it: a word alone does not tell what was meant. While
 * notes are published at once, only lists that say so hold. Of an edit only words count that the
 * public note did not have.
 */
export const wordLists: Phase = {
  name: 'word-lists',
  modes: holdModes,
  holdsStaff: false,
  judge({ body, previousBody, settings, words }) {
    const applies = words
      .find(body)
      .filter(({ list }) => settings.mode !== 'publish' || list.holdsInPublish);
    if (applies.length === 0) return null;
    const known = previousBody === null ? [] : words.find(previousBody);
    const added = applies.filter(
      (one) => !known.some(({ list, word }) => list.id === one.list.id && word === one.word),
    );
    return added.length === 0 ? null : { phase: 'word-lists', words: added };
  },
};
