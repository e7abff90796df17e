/** Part of a text, in code points. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The pieces of a text that leave out nothing but spaces; null where they are not its words. */
export function piecesOf(reading: string, parts: readonly string[]): readonly Piece[] | null {
  const chars = [...reading];
  const found: Piece[] = [];
  let at = 0;
  for (const part of parts) {
    const words = [...part.normalize('NFC').trim()];
    while (chars[at] === ' ') at += 1;
    if (words.length === 0 || chars.slice(at, at + words.length).join('') !== words.join(''))
      return null;
    found.push({ start: at, end: at + words.length });
    at += words.length;
  }
  return chars.slice(at).join('').trim() === '' ? found : null;
}
