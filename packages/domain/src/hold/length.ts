import type { Phase } from './question.ts';

const lengthOf = (text: string): number => [...text].length;

/** Long notes are read first where anybody's are; an edit is held only where it makes the note longer. */
export const length: Phase = {
  name: 'length',
  modes: ['hold-all', 'hold-newcomers'],
  holdsStaff: false,
  judge({ body, previousBody, settings: { maxLength: limit } }) {
    const length = lengthOf(body);
    if (length <= limit) return null;
    if (previousBody !== null && length <= lengthOf(previousBody)) return null;
    return { phase: 'length', length, limit };
  },
};
