import { lettersOf } from './folded.ts';
import type { Phase } from './question.ts';
import { holdModes } from './settings.ts';

/** "Thank you" and "Agreed" may be said twice: so many letters are the least that repeat a text. */
export const shortestDuplicate = 12;

/** A new note in the words of another that its author wrote lately is held in every mode. */
export const duplicate: Phase = {
  name: 'duplicate',
  modes: holdModes,
  holdsStaff: false,
  judge({ body, isEdit, sameText }) {
    if (isEdit || sameText === 'none') return null;
    return [...lettersOf(body)].length < shortestDuplicate ? null : { phase: 'duplicate' };
  },
};
