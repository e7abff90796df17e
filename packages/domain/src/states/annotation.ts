export const annotationStates = ['published', 'hidden', 'deleted', 'erased'] as const;
export type AnnotationState = (typeof annotationStates)[number];

export const annotationActions = ['hide', 'unhide', 'delete', 'restore', 'erase'] as const;
export type AnnotationAction = (typeof annotationActions)[number];

/** How long an author can take back a deletion. */
export const restoreWindowMinutes = 10;

/**
 * What may follow a state. `restore` returns to where the deletion began, so that deleting and
 * restoring a hidden note does not publish it.
 */
const transitions: Readonly<
  Record<AnnotationState, Partial<Record<AnnotationAction, AnnotationState | 'before-deletion'>>>
> = {
  published: { hide: 'hidden', delete: 'deleted', erase: 'erased' },
  hidden: { unhide: 'published', delete: 'deleted', erase: 'erased' },
  deleted: { restore: 'before-deletion', erase: 'erased' },
  erased: {},
};

/** The state after an action, or null where the action does not follow. */
export function nextAnnotationState(
  state: AnnotationState,
  action: AnnotationAction,
  beforeDeletion: AnnotationState | null = null,
): AnnotationState | null {
  const next = transitions[state][action];
  if (next === undefined) return null;
  return next === 'before-deletion' ? beforeDeletion : next;
}
