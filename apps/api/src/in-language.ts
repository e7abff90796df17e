/** Words by BCP 47 tag. */
export type Localised = Readonly<Record<string, string>>;

/** Words in a language, else in one near to it; else in English, or the first there is. */
export function inLanguage(words: Localised, language: string): string {
  const near = Object.keys(words).find((tag) => tag.split('-')[0] === language.split('-')[0]);
  return words[language] ?? words[near ?? ''] ?? words['en'] ?? Object.values(words)[0] ?? '';
}
