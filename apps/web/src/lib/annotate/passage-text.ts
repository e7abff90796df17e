import { fromUtf16, toUtf16 } from '@glossator/document';

/** One stretch of a passage's text as it stands in the page. */
interface Piece {
  readonly node: Text;
  /** Code points before it in the segment. */
  readonly start: number;
  readonly length: number;
}
/** UTF-16 `index` in a text node. */
export interface PlaceInPage {
  readonly node: Text;
  readonly index: number;
}
/** The text of one segment in the page, without the sigils between its words. */
export type PassageText = readonly Piece[];

export function passageText(passage: Element): PassageText {
  const pieces: Piece[] = [];
  let start = 0;
  for (const element of passage.querySelectorAll('[data-piece]')) {
    const node = element.firstChild;
    if (!(node instanceof Text)) continue;
    const length = fromUtf16(node.data, node.length);
    // A lone half of a pair has no offset: nothing after it could be placed.
    if (!length.ok) return [];
    pieces.push({ node, start, length: length.value });
    start += length.value;
  }
  return pieces;
}

/** All its words. */
export const wordsOf = (text: PassageText): string => text.map(({ node }) => node.data).join('');

/** Where an offset stands; at an edge between two pieces, in the one that `side` leans to. */
function boundary(text: PassageText, offset: number, side: 'before' | 'after'): PlaceInPage | null {
  const piece = text.find(({ start, length }) =>
    side === 'after'
      ? start <= offset && offset < start + length
      : start < offset && offset <= start + length,
  );
  if (piece === undefined) return null;
  const index = toUtf16(piece.node.data, offset - piece.start);
  return index.ok ? { node: piece.node, index: index.value } : null;
}

/** Where a caret stands at an offset; null where the passage has no such place. */
export const caretIn = (text: PassageText, offset: number): PlaceInPage | null =>
  boundary(text, offset, 'after') ?? boundary(text, offset, 'before');

/** Words of a passage as a range of the page; null where they do not stand there. */
export function rangeOf(text: PassageText, start: number, end: number): StaticRange | null {
  const from = boundary(text, start, 'after');
  const to = boundary(text, end, 'before');
  if (from === null || to === null || start >= end) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.index,
    endContainer: to.node,
    endOffset: to.index,
  });
}

/** Code-point offset of a place in the page; null where it is not in this passage. */
export function offsetOf(text: PassageText, node: Node, index: number): number | null {
  const piece = text.find((each) => each.node === node);
  if (piece === undefined) return null;
  const inside = fromUtf16(piece.node.data, index);
  return inside.ok ? piece.start + inside.value : null;
}
