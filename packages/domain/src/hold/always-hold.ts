import type { Phase } from './question.ts';
import { holdModes } from './settings.ts';

/** A moderator has decided that all of a person's notes and edits are read first; staff included. */
export const alwaysHold: Phase = {
  name: 'always-hold',
  modes: holdModes,
  holdsStaff: true,
  judge: ({ author }) => (author.alwaysHeld ? { phase: 'always-hold' } : null),
};
