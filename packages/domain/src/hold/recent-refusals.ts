import { isSmallEdit } from './small-edit.ts';
import type { Phase } from './question.ts';
import { holdModes } from './settings.ts';

/** One refusal among two decisions tells nothing about a person. */
export const fewestDecisions = 3;

/**
 * An author of whose decided notes a share was refused lately is read first in every mode, until
 * the share falls or the decisions grow old. Small edits of a public note pass.
 */
export const recentRefusals: Phase = {
  name: 'recent-refusals',
  modes: holdModes,
  holdsStaff: false,
  judge(question) {
    const { recentDecided: decided, recentRefused: refused } = question.author;
    if (decided < fewestDecisions || isSmallEdit(question)) return null;
    if (refused * 100 < question.settings.refusalPercent * decided) return null;
    return { phase: 'recent-refusals', decided, refused };
  },
};
