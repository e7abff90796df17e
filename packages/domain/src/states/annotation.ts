/** The states of a note that its author means for everybody and that nobody else reads yet. */
export const waitingStates = ['held', 'returned', 'refused'] as const;
export const annotationStates = [
  ...waitingStates,
  'published',
  'hidden',
  'deleted',
  'erased',
] as const;
export type AnnotationState = (typeof annotationStates)[number];

export const annotationActions = [
  'hold',
  'approve',
  'return',
  'refuse',
  'resubmit',
  'undo',
  'hide',
  'unhide',
  'delete',
  'restore',
  'erase',
] as const;
export type AnnotationAction = (typeof annotationActions)[number];

/** How long an author can take back a deletion, and a moderator a decision. */
export const restoreWindowMinutes = 10;

/**
 * What may follow a state. `restore` returns to where the deletion began, so that deleting and
 * restoring a hidden note does not publish it; `undo` to where the decision began that is taken back.
 */
const transitions: Readonly<
  Record<AnnotationState, Partial<Record<AnnotationAction, AnnotationState | 'before'>>>
> = {
  held: {
    approve: 'published',
    return: 'returned',
    refuse: 'refused',
    delete: 'deleted',
    erase: 'erased',
  },
  returned: {
    approve: 'published',
    resubmit: 'held',
    undo: 'before',
    delete: 'deleted',
    erase: 'erased',
  },
  refused: {
    approve: 'published',
    resubmit: 'held',
    undo: 'before',
    delete: 'deleted',
    erase: 'erased',
  },
  // Only on its way from a notebook to the public.
  published: { hold: 'held', hide: 'hidden', undo: 'before', delete: 'deleted', erase: 'erased' },
  hidden: { unhide: 'published', undo: 'before', delete: 'deleted', erase: 'erased' },
  deleted: { restore: 'before', erase: 'erased' },
  erased: {},
};

/** The state after an action, or null where the action does not follow. */
export function nextAnnotationState(
  state: AnnotationState,
  action: AnnotationAction,
  before: AnnotationState | null = null,
): AnnotationState | null {
  const next = transitions[state][action];
  if (next === undefined) return null;
  return next === 'before' ? before : next;
}
