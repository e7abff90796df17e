import type { RosterLineView } from '@glossator/contract';

const still: readonly RosterLineView['act'][] = ['nothing', 'wait'];

/** The lines of a roster as they are shown: what is wrong first, then what is done, then the rest. */
export const rosterLists = (lines: readonly RosterLineView[]) => ({
  wrong: lines.filter(({ problem }) => problem !== null),
  acts: lines.filter(({ act }) => act !== null && !still.includes(act)),
  same: lines.filter(({ act }) => act !== null && still.includes(act)),
});
