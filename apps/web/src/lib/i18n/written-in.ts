/** Enough to tell: what comes after is seldom of another language. */
const read = 2_000;

/**
 * The language of what somebody wrote, for its face and for who hears it: Chinese where hanzi prevail, else
 * unknown (''). A hanzi weighs half a word, so that English with a quotation stays English. Kana or hangul
 * among the hanzi are another language's.
 */
export function writtenIn(text: string): 'zh-Hans' | '' {
  const part = text.slice(0, read);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(part)) return '';
  const hanzi = part.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = part.match(/[\p{Script=Latin}\p{M}’'-]+/gu)?.length ?? 0;
  return hanzi > 2 * words ? 'zh-Hans' : '';
}

/** The same of the HTML of a note. */
export function htmlWrittenIn(html: string): 'zh-Hans' | '' {
  return writtenIn(html.slice(0, 4 * read).replaceAll(/<[^>]*>|&#?\w+;/g, ' '));
}
