import { lettersOf } from './folded.ts';
import type { Phase } from './question.ts';

/** Every note is read first; an edit passes only where it leaves every letter and number. */
export const holdAll: Phase = {
  name: 'hold-all',
  modes: ['hold-all'],
  holdsStaff: false,
  judge: ({ body, previousBody }) =>
    previousBody !== null && lettersOf(body) === lettersOf(previousBody)
      ? null
      : { phase: 'hold-all' },
};
