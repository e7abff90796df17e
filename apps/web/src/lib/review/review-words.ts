import type {
  Recommendation,
  CommentaryDecisionKind,
  CommentaryState,
  NextRelease,
} from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

/** Where a commentary stands, in a word or two. */
export const standingWords = {
  draft: m.rev_state_draft,
  submitted: m.rev_state_submitted,
  'in-review': m.rev_state_in_review,
  'changes-requested': m.rev_state_changes_requested,
  declined: m.rev_state_declined,
  accepted: m.rev_state_accepted,
  scheduled: m.rev_state_scheduled,
  published: m.rev_state_published,
  retracted: m.rev_state_retracted,
  withdrawn: m.rev_state_withdrawn,
} as const satisfies Record<CommentaryState, () => string>;

/** The same in a sentence. */
export const standingSentences = {
  draft: m.rev_stands_draft,
  submitted: m.rev_stands_submitted,
  'in-review': m.rev_stands_in_review,
  'changes-requested': m.rev_stands_changes_requested,
  declined: m.rev_stands_declined,
  accepted: m.rev_stands_accepted,
  scheduled: m.rev_stands_scheduled,
  published: m.rev_stands_published,
  retracted: m.rev_stands_retracted,
  withdrawn: m.rev_stands_withdrawn,
} as const satisfies Record<CommentaryState, () => string>;

export const nextReleaseWords = {
  first: m.rev_next_first,
  correction: m.rev_next_correction,
  revision: m.rev_next_revision,
} as const satisfies Record<NextRelease, () => string>;

export const decisionWords = {
  submit: m.rev_did_submit,
  recall: m.rev_did_recall,
  review: m.rev_did_review,
  'request-changes': m.rev_did_request_changes,
  decline: m.rev_did_decline,
  accept: m.rev_did_accept,
  schedule: m.rev_did_schedule,
  publish: m.rev_did_publish,
  correct: m.rev_did_correct,
  revise: m.rev_did_revise,
  abandon: m.rev_did_abandon,
  retract: m.rev_did_retract,
  withdraw: m.rev_did_withdraw,
  undo: m.rev_did_undo,
} as const satisfies Record<CommentaryDecisionKind, () => string>;

export const recommendationWords = {
  accept: m.rev_recommends_accept,
  minor: m.rev_recommends_minor,
  major: m.rev_recommends_major,
  reject: m.rev_recommends_reject,
} as const satisfies Record<Recommendation, () => string>;

/** What authors may do next, as a link to where they do it. */
export const nextStepWords = {
  submit: m.rev_can_submit,
  recall: m.rev_can_recall,
  correct: m.rev_can_correct,
  revise: m.rev_can_revise,
  abandon: m.rev_can_abandon,
} as const;
export type NextStep = keyof typeof nextStepWords;
export const nextSteps = Object.keys(nextStepWords) as readonly NextStep[];
