import type { Lang } from '../model.ts';

/** Words of segments that follow one another, with what stands between sentences of their language. */
export const joinWords = (words: readonly string[], lang: Lang): string =>
  words.join(/^(zh|ja|th|lo|km|my)\b/u.test(lang) ? '' : ' ');
