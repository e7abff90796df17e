import type { AnnotationState, CaseAction, CaseKind } from '@glossator/domain';

/**
 * Whether a decision can be taken back while its time lasts. An edit that was approved, or published
 * on appeal, cannot: it is a revision by now, and readers may have read it; the note can be hidden,
 * or its revision withdrawn.
 */
export const canUndo = (
  kind: CaseKind,
  action: CaseAction,
  state: AnnotationState,
  before: string | null,
): boolean =>
  state !== 'deleted' &&
  state !== 'erased' &&
  !(kind === 'edit' && action === 'approve') &&
  !(action === 'overturn' && before === 'held');
