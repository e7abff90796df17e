import { isComposing } from '#lib/keys/is-composing.ts';

export const deskCommands = [
  'next',
  'previous',
  'other-side',
  'one-side',
  'next-doubt',
  'previous-doubt',
  'split',
  'merge',
  'lift',
  'lower',
  'gap',
  'aside',
  'join-previous',
  'join-next',
  'move-previous',
  'move-next',
  'part',
  'take',
  'check',
  'edit',
  'undo',
  'help',
] as const;
export type DeskCommand = (typeof deskCommands)[number];

const letters: ReadonlyMap<string, DeskCommand> = new Map([
  ['j', 'next'],
  ['k', 'previous'],
  ['n', 'next-doubt'],
  ['p', 'previous-doubt'],
  ['s', 'split'],
  ['m', 'merge'],
  ['h', 'lift'],
  ['H', 'lower'],
  ['g', 'gap'],
  ['x', 'aside'],
  ['l', 'join-previous'],
  ['r', 'join-next'],
  ['L', 'move-previous'],
  ['R', 'move-next'],
  ['o', 'part'],
  ['t', 'take'],
  ['c', 'check'],
  ['e', 'edit'],
  ['u', 'undo'],
  ['?', 'help'],
]);
const arrows: ReadonlyMap<string, DeskCommand> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['ArrowRight', 'other-side'],
  ['ArrowLeft', 'one-side'],
]);

type Press = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'keyCode' | 'defaultPrevented'
>;

/**
 * The command of a key, or null. Arrows move while a sentence has the focus; letters act anywhere but
 * where people write, and can be switched off.
 */
export function deskCommand(
  press: Press,
  at: { readonly inField: boolean; readonly onUnit: boolean; readonly withLetters: boolean },
): DeskCommand | null {
  if (press.defaultPrevented || isComposing(press) || at.inField) return null;
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  const arrow = at.onUnit ? arrows.get(press.key) : undefined;
  return arrow ?? (at.withLetters ? (letters.get(press.key) ?? null) : null);
}
