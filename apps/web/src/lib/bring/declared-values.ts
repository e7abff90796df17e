import type { TextPublication } from '@glossator/contract';

const inFields = (name: string, localised: Readonly<Record<string, string>>) =>
  Object.entries(localised).map(([lang, text]) => [`${name}-${lang}`, text] as const);

/** What was declared of a text that was not published then, as the form's fields hold it. */
export const declaredValues = (declared: TextPublication | null): Record<string, string> =>
  declared === null
    ? {}
    : Object.fromEntries([
        ...inFields('title', declared.titles),
        ...inFields('issuer', declared.issuer),
        ['slug', declared.slug],
        ['abbreviation', declared.abbreviation],
        ['issued', declared.issued],
        ['original', String(declared.original)],
        ['rights', declared.rights],
      ]);
