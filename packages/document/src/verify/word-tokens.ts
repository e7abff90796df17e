/** A text in words, hanzi and marks, each by a number. */
export interface Tokens {
  readonly ids: Int32Array;
  /** UTF-16 index of each in the text, and of its end. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The number of a word as it is compared; undefined where the text has no such word. */
  readonly idOf: (folded: string) => number | undefined;
  /** How many numbers there are. */
  readonly size: number;
}

const TOKEN =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:['’](?=\p{L})(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+)*|[^\s\p{L}\p{N}\p{M}]/gu;

const foldToken = (raw: string, foldCharacter: (character: string) => string): string =>
  Array.from(raw, foldCharacter).join('');

export function tokenise(text: string, foldCharacter: (character: string) => string): Tokens {
  const numbers = new Map<string, number>();
  const met = new Map<string, number>();
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: raw, index } of text.matchAll(TOKEN)) {
    let id = met.get(raw);
    if (id === undefined) {
      const folded = foldToken(raw, foldCharacter);
      id = folded === '' ? -1 : (numbers.get(folded) ?? numbers.size);
      if (id >= 0) numbers.set(folded, id);
      met.set(raw, id);
    }
    if (id < 0) continue;
    ids.push(id);
    starts.push(index);
    ends.push(index + raw.length);
  }
  return {
    ids: Int32Array.from(ids),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    idOf: (folded) => numbers.get(folded),
    size: numbers.size,
  };
}

export interface QuotedWord {
  /** -1 where the text has no such word. */
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** A quotation in the words of the text; up to `most` of them, null where there are more. */
export function quotedWords(
  quotation: string,
  tokens: Tokens,
  foldCharacter: (character: string) => string,
  most: number,
): QuotedWord[] | null {
  const found: QuotedWord[] = [];
  for (const { 0: raw, index } of quotation.matchAll(TOKEN)) {
    const folded = foldToken(raw, foldCharacter);
    if (folded === '') continue;
    if (found.length >= most) return null;
    found.push({ id: tokens.idOf(folded) ?? -1, start: index, end: index + raw.length });
  }
  return found;
}
