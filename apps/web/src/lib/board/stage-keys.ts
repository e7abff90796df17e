import { isComposing } from '#lib/keys/is-composing.ts';

/** Where the focus does something with these keys by itself; a link only with Enter. */
const takers = 'button, input, select, textarea, summary, [contenteditable], [tabindex="0"]';

type Press = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode' | 'target'
>;

/** The thread a key leads to, from one of so many; null where the key is none of ours: up and down scroll. */
export function stageStep(press: Press, n: number, all: number): number | null {
  if (press.altKey || press.ctrlKey || press.metaKey || isComposing(press)) return null;
  if ('closest' in (press.target ?? {}) && (press.target as Element).closest(takers) !== null)
    return null;
  const last = Math.max(0, all - 1);
  switch (press.key) {
    case ' ':
      return press.shiftKey ? Math.max(0, n - 1) : Math.min(last, n + 1);
    case 'ArrowRight':
    case 'PageDown':
      return Math.min(last, n + 1);
    case 'ArrowLeft':
    case 'PageUp':
      return Math.max(0, n - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
