export interface Piece {
  readonly text: string;
  /** Null for plain words. */
  readonly href: string | null;
}

/** Plain text in pieces, its web addresses apart; the pieces joined are the text. */
export function splitLinks(text: string): readonly Piece[] {
  return text
    .split(/(https?:\/\/[^\s<>"“”（）。，；]*[\w/=-])/)
    .map((piece, index) => ({ text: piece, href: index % 2 === 1 ? piece : null }))
    .filter((piece) => piece.text !== '');
}
