import type { AnnotationState, CaseAction, CaseKind } from '@glossator/domain';

/**
 * Whether a decision can be taken back while its time lasts. An edit that was approved cannot: it is
 * a revision by now, and readers may have read it; the note can be hidden, or its revision withdrawn.
 */
export const canUndo = (kind: CaseKind, action: CaseAction, state: AnnotationState): boolean =>
  state !== 'deleted' && state !== 'erased' && !(kind === 'edit' && action === 'approve');
