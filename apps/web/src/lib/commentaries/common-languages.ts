/** In which commentaries on laws are most often written; every other one is named by its tag. */
export const commonLanguages = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'ar',
  'de',
  'es',
  'fr',
  'it',
  'ja',
  'ko',
  'la',
  'nl',
  'pt',
  'ru',
] as const;
