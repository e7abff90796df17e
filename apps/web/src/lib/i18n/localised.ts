/** The text in the language asked for, else in a related one, else in whichever there is. */
export function localised(
  texts: Readonly<Record<string, string>>,
  locale: string,
): { readonly text: string; readonly lang: string } {
  const primary = locale.split('-', 1)[0] ?? locale;
  const tags = Object.keys(texts);
  const lang =
    tags.find((tag) => tag === locale) ??
    tags.find((tag) => tag === primary || tag.startsWith(`${primary}-`)) ??
    tags.find((tag) => tag === 'en') ??
    tags[0] ??
    locale;
  return { text: texts[lang] ?? '', lang };
}
