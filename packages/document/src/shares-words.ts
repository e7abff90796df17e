/*
 * Whether one text repeats another: what stands in a copy beside a text may quote it, and must not be
 * shown where the text may not be.
 */

// So many words, or hanzi, in a row are no accident of the language.
const RUN = 6;

function tokens(text: string): readonly string[] {
  return text.toLowerCase().match(/[\u3400-\u9fff]|[\p{L}\p{Nd}]+(?:['’][\p{L}]+)?/gu) ?? [];
}

function runs(text: string): readonly string[] {
  const words = tokens(text).map((word) => word.replace('’', "'"));
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, i) => words.slice(i, i + RUN).join(' '));
}

/** Every run of words in the texts, to compare others with. */
export const wordRuns = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => runs(text)));

/** True where the text has six words or hanzi in a row of those, whatever marks stand between. */
export const sharesWords = (text: string, known: ReadonlySet<string>): boolean =>
  runs(text).some((run) => known.has(run));
