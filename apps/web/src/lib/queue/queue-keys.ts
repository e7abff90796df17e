import type { CaseAction } from '@glossator/domain';
import { isComposing } from '#lib/keys/is-composing.ts';

export type QueueCommand =
  | 'next'
  | 'previous'
  | 'grant'
  | 'return'
  | 'deny'
  | 'claim'
  | 'undo'
  | 'filter'
  | 'help'
  | 'choose'
  | 'together';

const commands: ReadonlyMap<string, QueueCommand> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'grant'],
  ['r', 'return'],
  ['d', 'deny'],
  ['x', 'choose'],
  ['t', 'together'],
  ['c', 'claim'],
  ['u', 'undo'],
  ['/', 'filter'],
  ['?', 'help'],
]);

/** What a key decides on a case, of whatever kind it is. */
export const decidedBy: Readonly<Record<'grant' | 'return' | 'deny', readonly CaseAction[]>> = {
  grant: ['approve', 'keep', 'overturn'],
  return: ['return'],
  deny: ['refuse', 'hide', 'uphold'],
};

type Press = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode' | 'defaultPrevented'
>;

/** The command of a single key, or null; where people write or choose, every key is their own. */
export function queueCommand(press: Press, inField: boolean): QueueCommand | null {
  if (press.defaultPrevented || isComposing(press) || inField) return null;
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  return commands.get(press.key) ?? null;
}
