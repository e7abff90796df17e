export interface SelectedWords {
  readonly path: string;
  readonly edition: string;
  readonly words: string;
  /** Where the selection ends on the screen. */
  readonly box: DOMRect;
}

/**
 * The words a person has marked in one passage of one clause, without the sigils between them; null
 * where the selection is empty or lies elsewhere. Several clauses or languages: 'spread'.
 */
export function selectedWords(selection: Selection | null): SelectedWords | 'spread' | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const from = passageOf(range.startContainer);
  // A triple press selects up to the very beginning of what comes next.
  const to = range.endOffset === 0 ? from : passageOf(range.endContainer);
  if (from === null) return null;
  const words = wordsIn(from, range);
  if (words === '') return null;
  if (from !== to) return 'spread';
  const path = from.closest<HTMLElement>('.row')?.dataset['path'];
  const edition = from.dataset['edition'];
  if (path === undefined || edition === undefined) return null;
  return { path, edition, words, box: range.getBoundingClientRect() };
}

function passageOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('.passage') ?? null;
}

function wordsIn(passage: HTMLElement, range: Range): string {
  let words = '';
  for (const piece of passage.querySelectorAll('[data-piece]')) {
    if (!range.intersectsNode(piece)) continue;
    const part = document.createRange();
    part.selectNodeContents(piece);
    if (piece.contains(range.startContainer))
      part.setStart(range.startContainer, range.startOffset);
    if (piece.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
    words += part.toString();
  }
  return words.trim();
}
