import { isComposing } from '#lib/keys/is-composing.ts';

export type ReaderCommand =
  'next' | 'previous' | 'write' | 'view' | 'note' | 'note-back' | 'mark' | 'help';

const commands: ReadonlyMap<string, ReaderCommand> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['v', 'view'],
  ['n', 'note'],
  ['p', 'note-back'],
  ['m', 'mark'],
  ['?', 'help'],
]);

type Press = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode' | 'defaultPrevented'
>;

/**
 * The command of a single key, or null. `inField` says that the focus is where people write,
 * choose or press: there every key keeps its own meaning.
 */
export function readerCommand(
  press: Press,
  focus: { readonly inField: boolean; readonly onClause: boolean },
): ReaderCommand | null {
  if (press.defaultPrevented || isComposing(press)) return null;
  if (press.altKey || press.ctrlKey || press.metaKey || focus.inField) return null;
  if (press.key === 'Enter') return focus.onClause ? 'write' : null;
  return commands.get(press.key) ?? null;
}

/** Whether keys pressed on this element belong to it. */
export function isField(element: Element | null): boolean {
  return (
    element?.closest('input, textarea, select, [contenteditable], dialog[open]') !== null &&
    element !== null
  );
}
