/** A code point, and where it stood before: the truth that a rule is measured against. */
export interface Traced {
  readonly char: string;
  readonly origin: { readonly uid: string; readonly at: number } | null;
}

export interface TracedSegment {
  readonly uid: string;
  readonly chars: readonly Traced[];
}

export const trace = (uid: string, text: string): readonly Traced[] =>
  [...text].map((char, at) => ({ char, origin: { uid, at } }));
export const untraced = (text: string): readonly Traced[] =>
  [...text].map((char) => ({ char, origin: null }));
export const textOf = (chars: readonly Traced[]): string => chars.map(({ char }) => char).join('');

/** Words, runs of spaces, and single other characters; two hanzi at a time count as a word. */
export function tokensIn(chars: readonly Traced[]): readonly (readonly Traced[])[] {
  const tokens: Traced[][] = [];
  const kindOf = (char: string): string =>
    /\p{Script=Han}/u.test(char) ? 'han' : /[\p{L}\p{N}’'-]/u.test(char) ? 'word' : 'other';
  for (const each of chars) {
    const last = tokens.at(-1);
    const kind = kindOf(each.char);
    const lastKind = last === undefined ? 'none' : kindOf(last[0]?.char ?? '');
    const isRoom = kind === 'word' || (kind === 'han' && last?.length === 1);
    if (last !== undefined && kind === lastKind && kind !== 'other' && isRoom) last.push(each);
    else tokens.push([each]);
  }
  return tokens;
}

export const isWord = (token: readonly Traced[]): boolean =>
  /[\p{L}\p{N}]/u.test(token[0]?.char ?? '');
