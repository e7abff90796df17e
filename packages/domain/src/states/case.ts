import { phaseNames, type HoldCause } from '../hold/question.ts';
import type { AnnotationState } from './annotation.ts';

/** What is asked of moderators: a note that waits, an edit that waits, a note flagged, a refusal appealed. */
export const queueKinds = ['held', 'edit', 'flagged', 'appeal'] as const;
export type QueueKind = (typeof queueKinds)[number];
/** `staff`: nobody asked, a moderator decided of their own accord. It is never open. */
export const caseKinds = [...queueKinds, 'staff'] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * Why a case is there: a phase of holding, or that its author sent in anew what was handed back, or
 * revised what is hidden; that readers flagged it; that its author appeals.
 */
export const caseCauses = [...phaseNames, 'resubmitted', 'revised', 'flagged', 'appealed'] as const;
export type CaseCause =
  HoldCause | { readonly phase: 'resubmitted' | 'revised' | 'flagged' | 'appealed' };

/** `closed`: nothing is left to decide; its note was taken away, or passes by now. */
export const caseStates = ['open', 'decided', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** What a moderator may decide on a case of each kind. */
export const caseActions = {
  held: ['approve', 'return', 'refuse'],
  edit: ['approve', 'return', 'refuse'],
  flagged: ['keep', 'hide'],
  appeal: ['overturn', 'uphold'],
  staff: ['hide', 'unhide'],
} as const satisfies Record<CaseKind, readonly string[]>;
export type CaseAction = (typeof caseActions)[CaseKind][number];
export type QueueAction = (typeof caseActions)[QueueKind][number];
export const allCaseActions = [
  ...new Set<CaseAction>(Object.values(caseActions).flat()),
] as readonly CaseAction[];
/** Those that a case of the queue can be decided by. */
export const queueActions = [
  ...new Set<QueueAction>(queueKinds.flatMap((kind) => [...caseActions[kind]])),
] as readonly QueueAction[];

/** Those that take something from an author, and say why. */
export const adverseActions = ['return', 'refuse', 'hide', 'uphold'] as const;
export const isAdverse = (action: CaseAction): boolean =>
  (adverseActions as readonly string[]).includes(action);

export const mayDecide = (kind: CaseKind, action: CaseAction): boolean =>
  (caseActions[kind] as readonly CaseAction[]).includes(action);

/** Those who wait longest come first within a priority; an appeal before a flag before what waits. */
export const casePriority = {
  appeal: 30,
  flagged: 20,
  edit: 10,
  held: 10,
  staff: 0,
} as const satisfies Record<CaseKind, number>;

/** How long a claim holds. Anybody may decide over it after a warning. */
export const claimMinutes = 10;

/** What a decision does to the note; null where the note stays as it is. */
export function noteActionOf(
  kind: CaseKind,
  action: CaseAction,
  state: AnnotationState,
): 'approve' | 'return' | 'refuse' | 'hide' | 'unhide' | null {
  // By hand a change is all that was wanted: where there is none left to make, somebody else was quicker.
  if (kind === 'staff') return action === 'unhide' ? 'unhide' : 'hide';
  if (action === 'hide') return state === 'hidden' ? null : 'hide';
  if (action === 'approve' || action === 'overturn') {
    if (state === 'hidden') return 'unhide';
    return state === 'published' ? null : 'approve';
  }
  if (kind === 'held' && (action === 'return' || action === 'refuse')) return action;
  return null;
}

/** What can be appealed: what a decision has kept from readers. */
export const appealableStates: readonly AnnotationState[] = ['returned', 'refused', 'hidden'];
