import { isSmallEdit } from './small-edit.ts';
import type { HoldQuestion, Phase } from './question.ts';

/** Whether fewer of an author's notes have been approved than make one trusted. */
export const isNewcomer = ({ author, settings }: HoldQuestion): boolean =>
  author.approved < settings.newcomerNotes;

/**
 * The first notes of everybody are read, where the work says so. A newcomer may still mend an
 * approved note; who replaces it has written a new one.
 */
export const newcomer: Phase = {
  name: 'newcomer',
  modes: ['hold-all', 'hold-newcomers'],
  holdsStaff: false,
  judge(question) {
    if (!isNewcomer(question) || isSmallEdit(question)) return null;
    const { author, isEdit, settings } = question;
    return {
      phase: 'newcomer',
      isEdit,
      approved: author.approved,
      needed: settings.newcomerNotes,
    };
  },
};
