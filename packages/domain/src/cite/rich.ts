/** A piece of a citation in one hand. */
export interface Run {
  readonly text: string;
  readonly italic?: true;
  readonly smallCaps?: true;
}
export type Rich = readonly Run[];

export const plain = (text: string): Rich => (text === '' ? [] : [{ text }]);

const unslanted =
  /( ?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]+ ?)/u;

/** Italics, but for hanzi and their punctuation, which no style slants. */
export const italic = (text: string): Rich =>
  text
    .split(unslanted)
    .flatMap((part, i): Rich =>
      part === '' ? [] : i % 2 === 1 ? [{ text: part }] : [{ text: part, italic: true }],
    );

export const smallCaps = (text: string): Rich => (text === '' ? [] : [{ text, smallCaps: true }]);

export const textOf = (rich: Rich): string => rich.map(({ text }) => text).join('');

const joined = (left: Rich, right: Rich): Rich => {
  const [last, first] = [left.at(-1), right[0]];
  const isSame =
    last !== undefined &&
    first !== undefined &&
    last.italic === first.italic &&
    last.smallCaps === first.smallCaps;
  return isSame
    ? [...left.slice(0, -1), { ...last, text: last.text + first.text }, ...right.slice(1)]
    : [...left, ...right];
};

/** One after the other; neighbours in the same hand become one run. */
export const rich = (...pieces: readonly (Rich | string)[]): Rich =>
  pieces.map((piece) => (typeof piece === 'string' ? plain(piece) : piece)).reduce(joined, []);

/** Those that are not empty, with the mark between them. */
export const between = (mark: string, pieces: readonly (Rich | string)[]): Rich => {
  const said = pieces.filter((piece) => piece.length > 0);
  return rich(...said.flatMap((piece, i) => (i === 0 ? [piece] : [mark, piece])));
};

/** Ends in a full stop, unless it already ends a sentence. */
export const stopped = (piece: Rich): Rich =>
  piece.length === 0 || /[.?!。？！]['"’”]?$/u.test(textOf(piece)) ? piece : rich(piece, '.');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => entities[character] ?? '');

/** Nothing but text, `<i>` and `<span class="small-caps">`. */
export const htmlOf = (piece: Rich): string =>
  piece
    .map(({ text, ...hand }) => {
      const escaped = escapeHtml(text);
      if (hand.smallCaps) return `<span class="small-caps">${escaped}</span>`;
      return hand.italic ? `<i>${escaped}</i>` : escaped;
    })
    .join('');
