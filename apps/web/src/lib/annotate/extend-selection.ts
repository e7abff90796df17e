import { passageOf } from './passage-of.ts';
import { caretIn, offsetOf, passageText, wordsOf, type PassageText } from './passage-text.ts';
import { moveEnd } from './phrase-steps.ts';

interface Ends {
  readonly passage: HTMLElement;
  readonly text: PassageText;
  /** Code points. */
  readonly anchor: number;
  readonly head: number;
}

const lengthOf = (text: PassageText): number => text.reduce((sum, { length }) => sum + length, 0);

/** What of a clause is selected already; null where that is nothing, or more than one passage. */
function endsIn(row: Element, selection: Selection): Ends | null {
  const { anchorNode, focusNode } = selection;
  if (anchorNode === null || focusNode === null || !row.contains(anchorNode)) return null;
  const passage = passageOf(anchorNode.parentElement)?.element;
  if (passage?.contains(focusNode) !== true) return null;
  const text = passageText(passage);
  const anchor = offsetOf(text, anchorNode, selection.anchorOffset);
  const head = offsetOf(text, focusNode, selection.focusOffset);
  return anchor === null || head === null ? null : { passage, text, anchor, head };
}

/** A clause is begun at its beginning, or from behind. */
function beginIn(row: Element, back: boolean): Ends | null {
  for (const passage of row.querySelectorAll<HTMLElement>('.passage')) {
    const text = passageText(passage);
    const at = back ? lengthOf(text) : 0;
    if (text.length > 0) return { passage, text, anchor: at, head: at };
  }
  return null;
}

/** Selects in the clause that has the focus as Shift and an arrow do in a text field. */
export function extendSelection(row: Element, key: string, by: 'grapheme' | 'word'): void {
  const selection = getSelection();
  const back = key === 'ArrowLeft' || key === 'Home';
  const ends = selection === null ? null : (endsIn(row, selection) ?? beginIn(row, back));
  if (selection === null || ends === null) return;
  const { passage, text, anchor } = ends;
  const step = { by, direction: back ? -1 : 1, lang: passage.lang } as const;
  const head = key.startsWith('Arrow')
    ? moveEnd(wordsOf(text), ends.head, step)
    : back
      ? 0
      : lengthOf(text);
  const from = caretIn(text, anchor);
  const to = caretIn(text, head);
  if (from !== null && to !== null)
    selection.setBaseAndExtent(from.node, from.index, to.node, to.index);
}
