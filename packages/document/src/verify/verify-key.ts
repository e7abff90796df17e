import type { FoldHan } from '../fold.ts';

/** Text as quotations are compared, and where each of its characters comes from. */
export interface Keyed {
  readonly key: string;
  /** For each UTF-16 unit of the key the UTF-16 index of its character; one more for the end. */
  readonly from: Uint32Array;
}

/** What stands between characters and is seen as nothing or as a space. */
export const unseen = /[\s\p{Default_Ignorable_Code_Point}]/u;

const CLASSES: readonly (readonly [string, string])[] = [
  ['"', '“”„‟«»「」『』″〝〞＂'],
  ["'", '‘’‚‛′`´＇'],
  ['-', '‐‑‒–—―−－⸺⸻﹘﹣'],
  ['.', '。｡'],
  ['...', '…⋯'],
];
const classOf = new Map(
  CLASSES.flatMap(([folded, characters]) => [...characters].map((each) => [each, folded] as const)),
);

/** Folds a character to what it is compared by; '' where it is unseen. Remembers what it has met. */
export function makeFold(foldHan: FoldHan): (character: string) => string {
  const known = new Map<string, string>();
  return (character) => {
    let folded = known.get(character);
    if (folded !== undefined) return folded;
    folded = unseen.test(character)
      ? ''
      : (classOf.get(character) ??
        foldHan(character.normalize('NFKC').toLowerCase()).replaceAll(/\s/gu, ''));
    known.set(character, folded);
    return folded;
  };
}

/**
 * Without spaces and line breaks, quotation marks, dashes and stops of one kind each, half width, one
 * case and one kind of hanzi: two texts with one key differ in nothing but these.
 */
export function keyOf(text: string, foldCharacter: (character: string) => string): Keyed {
  const pieces: string[] = [];
  const from: number[] = [];
  let index = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    if (folded !== '') {
      pieces.push(folded);
      for (let n = 0; n < folded.length; n += 1) from.push(index);
    }
    index += character.length;
  }
  from.push(index);
  return { key: pieces.join(''), from: Uint32Array.from(from) };
}

/** Characters that fold to one class of marks, such as all double quotation marks. */
export const markClass = (character: string): string | undefined => classOf.get(character);
