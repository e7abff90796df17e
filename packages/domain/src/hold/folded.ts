/** One character for another, such as a traditional hanzi's simplified form; itself where there is none. */
export type FoldHan = (character: string) => string;
const asIs: FoldHan = (character) => character;

// Runs of marks are cut: sorting them, as normalising does, costs the square of their number.
const markRun = /(\p{M}{4})\p{M}+/gu;

/** Without characters that are not seen, such as those of no width within a word. */
export const withoutUnseen = (text: string): string =>
  text.replaceAll(/\p{Default_Ignorable_Code_Point}+/gu, '').replaceAll(markRun, '$1');

/**
 * Text as it is compared with a word list or another text: case, width, compatibility forms and
 * kinds of hanzi made one; accents that belong to no letter taken away.
 */
export function folded(text: string, foldHan: FoldHan = asIs): string {
  const plain = withoutUnseen(withoutUnseen(text).normalize('NFKC'))
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .replaceAll(/[\u0300-\u036f]+/gu, '');
  return Array.from(plain, foldHan).join('');
}

/** The folded letters and digits alone: what is left of a text when layout and punctuation go. */
export const lettersOf = (text: string, foldHan?: FoldHan): string =>
  folded(text, foldHan).replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '');
