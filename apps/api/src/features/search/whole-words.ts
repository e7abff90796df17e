/** A longer run without a space is no word; it is cut where it was. */
const longest = 40;
const ofWord = /^[\p{L}\p{M}\p{N}’'-]$/u;
const hanzi = /^\p{Script=Han}$/u;

/** Whether two neighbours belong to one word: hanzi stand alone, so a text of them may be cut anywhere. */
const joins = (left: string, right: string): boolean =>
  ofWord.test(left) && ofWord.test(right) && !hanzi.test(left) && !hanzi.test(right);

/** The nearest index, towards the beginning (-1) or the end (1), at which no word is cut. UTF-16 units. */
export function betweenWords(text: string, index: number, step: -1 | 1): number {
  for (let at = index, n = 0; n < longest; at += step, n += 1)
    if (!joins(text.charAt(at - 1), text.charAt(at))) return at;
  return index;
}
