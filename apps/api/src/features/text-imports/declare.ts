import type { TextPublication } from '@glossator/contract';
import { checkText } from '@glossator/document';
import type { ImportedWork, ImportProposal } from '@glossator/document/import';
import { isDay } from '../../day.ts';
import { Refusal } from '../../refusal.ts';

export const unfit = (why: string): Refusal => new Refusal('publication-unfit', why);

/** What was typed as it is kept: NFC, and nothing that no text may hold. */
function accepted(text: string): string {
  const checked = checkText(text.trim());
  if (!checked.ok)
    throw new Refusal('text-malformed', 'This holds characters that cannot be kept.');
  return checked.value;
}

const acceptedIn = (localised: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(localised).flatMap(([lang, text]) => {
      const value = accepted(text);
      return value === '' ? [] : [[lang, value]];
    }),
  );

/** What somebody declares of a text as it is kept, where a work can be made of the two. */
export function acceptedFor(
  { sides }: Pick<ImportProposal, 'sides'>,
  form: TextPublication,
): TextPublication {
  const titles = acceptedIn(form.titles);
  if (Object.keys(titles).length === 0)
    throw new Refusal('title-required', 'A text has a title in one of its languages.');
  if (!isDay(form.issued))
    throw new Refusal('issued-required', 'A day is written like 2016-12-27.');
  if (sides.some(({ lang }) => lang === 'und')) throw unfit('Say which language each text is in.');
  if (form.original >= sides.length) throw unfit('There is no such language in it.');
  if (!sides.some(({ units }) => units.some(({ text }) => text !== null)))
    throw unfit('No words are left in it.');
  return {
    ...form,
    titles,
    abbreviation: accepted(form.abbreviation),
    issuer: acceptedIn(form.issuer),
    rights: accepted(form.rights),
  };
}

/** Ids of editions: the name of the work, and the language; of two in one, the second is told apart. */
const editionIds = (slug: string, langs: readonly string[]): string[] =>
  langs.map((lang, n) => {
    const id = `${slug}-${lang.toLowerCase()}`;
    return langs.indexOf(lang) === n ? id : `${id}-${String(n + 1)}`;
  });

/** The work that is to be made, from what was accepted. */
export function declaredWork(
  { sides, sources }: Pick<ImportProposal, 'sides' | 'sources'>,
  { titles, abbreviation, issuer, issued, rights, original }: TextPublication,
  slug: string,
  released: string,
): ImportedWork {
  const [anyTitle = ''] = Object.values(titles);
  const langs = sides.map(({ lang }) => lang);
  const ids = editionIds(slug, langs);
  const inBoth = (text: string): Record<string, string> =>
    text === '' ? {} : { en: text, 'zh-Hans': text };
  return {
    released,
    work: { key: slug, slug, titles, issued, abbreviation, issuer, rights: inBoth(rights) },
    editions: sides.map(({ lang }, n) => ({
      id: ids[n] ?? '',
      relation: n === original ? ('source' as const) : ('translation' as const),
      title: titles[lang] ?? anyTitle,
      responsible: [],
      source: inBoth(sources[Math.min(n, sources.length - 1)]?.name ?? ''),
      rights: inBoth(rights),
    })),
  };
}
