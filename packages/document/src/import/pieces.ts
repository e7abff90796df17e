import { jointOf } from './passage.ts';
import type { Piece, Source } from './source.ts';

interface Placed {
  readonly piece: Piece;
  readonly characters: readonly string[];
  readonly joint: '' | ' ';
}

function placed(pieces: readonly Piece[], sources: readonly Source[]): readonly Placed[] {
  let text = '';
  let last: Piece | undefined;
  return pieces.map((piece): Placed => {
    const all = [...(sources[piece.source]?.blocks[piece.block]?.text ?? '')];
    const characters = all.slice(piece.start, piece.end);
    const words = characters.join('');
    const isSame = last?.source === piece.source && last.block === piece.block;
    const between = isSame && last !== undefined ? all.slice(last.end, piece.start).join('') : null;
    const joint = last === undefined ? '' : jointOf(text, words, between);
    // Only its end is looked at: the whole of a long text need not be joined for it.
    text = words;
    last = piece;
    return { piece, characters, joint };
  });
}

/** The words of pieces, joined as the lines of a paragraph are. */
export function textOfPieces(pieces: readonly Piece[], sources: readonly Source[]): string {
  return placed(pieces, sources)
    .map(({ joint, characters }) => joint + characters.join(''))
    .join('');
}

/** Where a stretch of the words of pieces stands, code points, spaces at its edges left out. */
export function slicePieces(
  pieces: readonly Piece[],
  sources: readonly Source[],
  start: number,
  end: number,
): readonly Piece[] {
  let at = 0;
  return placed(pieces, sources).flatMap(({ piece, characters, joint }) => {
    at += joint.length;
    let from = Math.max(0, start - at);
    let to = Math.min(characters.length, end - at);
    at += characters.length;
    while (from < to && /\s/u.test(characters[from] ?? '')) from += 1;
    while (to > from && /\s/u.test(characters[to - 1] ?? '')) to -= 1;
    return to > from ? [{ ...piece, start: piece.start + from, end: piece.start + to }] : [];
  });
}

/** Order of places in the sources. */
export function comparePieces(left: Piece, right: Piece): number {
  return left.source - right.source || left.block - right.block || left.start - right.start;
}
