import { isAdverse, type CaseAction } from '@glossator/domain';

/** How an author hears of a decision: a notice always goes with mail. */
export type Reach = 'nothing' | 'notice' | 'as-chosen' | 'mail';

/**
 * What takes something from an author, or answers an appeal, is told by mail whatever they chose;
 * spam alone is not answered. What was approved or is shown again comes with the other notices, as they
 * chose. A note that readers flagged and that stays is no news to its author.
 */
export function reachOf({
  action,
  reason = '',
}: {
  readonly action: CaseAction;
  readonly reason?: string | undefined;
}): Reach {
  if (action === 'keep') return 'nothing';
  if (action === 'approve' || action === 'unhide') return 'as-chosen';
  return action === 'overturn' || (isAdverse(action) && reason !== 'spam') ? 'mail' : 'notice';
}
