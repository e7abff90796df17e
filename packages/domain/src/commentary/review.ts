import type { CommentaryState, Standing } from './steps.ts';

export const reviewerStates = ['invited', 'accepted', 'declined', 'ended'] as const;
export type ReviewerState = (typeof reviewerStates)[number];

/** What a reviewer advises. An editor decides, and is bound by none of it. */
export const recommendations = ['accept', 'minor', 'major', 'reject'] as const;
export type Recommendation = (typeof recommendations)[number];

/** `closed`: authors are not told who reviews, and never will be by a later round. */
export const roundNames = ['open', 'closed'] as const;
export type RoundNames = (typeof roundNames)[number];

/** What editors of the site see: what was handed in, and what became of it, never a first draft. */
export const isBeforeEditors = ({ state, next }: Standing): boolean =>
  state !== 'draft' || next !== 'first';

/** Editors and reviewers are at work on it: its authors do not put it away. */
export const isWithEditors = (state: CommentaryState): boolean =>
  (['submitted', 'in-review', 'accepted', 'scheduled'] as const).some((each) => each === state);
