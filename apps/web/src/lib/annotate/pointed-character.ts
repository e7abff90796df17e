/** The character of the text under a point of the window. UTF-16 `index` of its first unit. */
export interface PointedCharacter {
  readonly node: Text;
  readonly index: number;
}

function caretAt(x: number, y: number): { readonly node: Node; readonly index: number } | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret === null ? null : { node: caret.offsetNode, index: caret.offset };
  }
  return null;
}

/** The caret stands between two characters, and beside the text where there is none: ask both. */
export function pointedCharacter(x: number, y: number): PointedCharacter | null {
  const caret = caretAt(x, y);
  if (caret === null || !(caret.node instanceof Text)) return null;
  const { node, index } = caret;
  const range = document.createRange();
  for (const first of [index, index - 1]) {
    if (first < 0 || first >= node.length) continue;
    range.setStart(node, first);
    range.setEnd(node, first + 1);
    for (const { left, right, top, bottom } of range.getClientRects())
      if (left <= x && x <= right && top <= y && y <= bottom) return { node, index: first };
  }
  return null;
}
