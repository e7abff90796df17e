/** One character for another, such as a traditional hanzi's simplified form; itself where there is none. */
export type FoldHan = (character: string) => string;

export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of the folded text, the UTF-16 index it came from; one more for the end. */
  readonly from: readonly number[];
}

/**
 * Text as it is compared when searching: compatibility forms, case and kinds of hanzi made one,
 * character by character, so that every place leads back to the text itself.
 */
export function fold(text: string, foldHan: FoldHan): Folded {
  const from: number[] = [];
  let folded = '';
  let index = 0;
  for (const character of text) {
    const one = foldHan(character.normalize('NFKC').toLowerCase());
    folded += one;
    for (let n = 0; n < one.length; n += 1) from.push(index);
    index += character.length;
  }
  from.push(index);
  return { text: folded, from };
}
