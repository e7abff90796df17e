/** Letters and digits of any script, joined by single dots, dashes or underscores; 1 to 30. */
export const handlePattern = '^[\\p{L}\\p{N}]+(?:[._-][\\p{L}\\p{N}]+)*$';
const wellFormed = new RegExp(handlePattern, 'u');
const longest = 30;

export const isHandle = (text: string): boolean =>
  wellFormed.test(text) && [...text].length <= longest;

/**
 * Handles that differ only in case are one. Letter by letter, as the database has it, whose index
 * finds them: a sigma at the end of a word is none of its own, and İ loses its dot.
 */
export const handleKey = (handle: string): string =>
  [...handle.normalize('NFC')]
    .map((letter) => (letter === '\u0130' ? 'i' : letter.toLowerCase()))
    .join('');

// Room for a dot and a number behind it.
const longestBase = 24;

/** What a person's handle is made from: the letters of their name, without a dot. */
export function handleBase(name: string): string {
  // Letters that are not seen would make a handle that looks like somebody else's.
  const seen = name.normalize('NFKC').replaceAll(/\p{Default_Ignorable_Code_Point}+/gu, '');
  const joined = seen.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const cut = [...joined.replace(/^-/u, '')].slice(0, longestBase).join('').replace(/-$/u, '');
  return cut === '' ? 'reader' : cut;
}

/** The n-th handle of a base, from 1: only a base's own number stands behind a dot. */
export const numberedHandle = (base: string, n: number): string =>
  n === 1 ? base : `${base}.${String(n)}`;
