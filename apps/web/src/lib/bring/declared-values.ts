import type { TextPublication } from '@glossator/contract';

const inFields = (
  name: string,
  localised: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(localised).map(([lang, text]): [string, string] => [`${name}-${lang}`, text]),
  );

/** What was declared of a text that was not published then, as the form's fields hold it. */
export const declaredValues = (declared: TextPublication | null): Record<string, string> =>
  declared === null
    ? {}
    : {
        ...inFields('title', declared.titles),
        ...inFields('issuer', declared.issuer),
        slug: declared.slug,
        abbreviation: declared.abbreviation,
        issued: declared.issued,
        original: String(declared.original),
        rights: declared.rights,
      };
