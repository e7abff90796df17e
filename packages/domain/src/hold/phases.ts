import { alwaysHold } from './always-hold.ts';
import { duplicate } from './duplicate.ts';
import { holdAll } from './hold-all.ts';
import { length } from './length.ts';
import { links } from './links.ts';
import { newcomer } from './newcomer.ts';
import type { HoldCause, HoldQuestion, Phase } from './question.ts';
import { recentRefusals } from './recent-refusals.ts';
import { wordLists } from './word-lists.ts';

/** In the order in which an author is told of them. A further phase is one more line. */
export const phases: readonly Phase[] = [
  length,
  links,
  wordLists,
  duplicate,
  newcomer,
  recentRefusals,
  alwaysHold,
  holdAll,
];

/**
 * Every cause for which a text is held, in the order of the phases; none: it is published. All are
 * asked, so that an author who mends one cause is not told the next only then.
 */
export function judge(question: HoldQuestion): readonly HoldCause[] {
  return phases.flatMap((phase) => {
    if (!phase.modes.includes(question.settings.mode)) return [];
    if (question.isStaff && !phase.holdsStaff) return [];
    const cause = phase.judge(question);
    return cause === null ? [] : [cause];
  });
}
