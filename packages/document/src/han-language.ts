/** Languages that are written in hanzi, without spaces between words or sentences. */
export const isHanLanguage = (lang: string): boolean => /^(?:zh|ja|yue|lzh)\b/u.test(lang);
