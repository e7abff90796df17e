import type { CitedClause, CitedItem, Contributor, ContributorName, InBoth } from './item.ts';

// Direction marks could make a citation read as another one; the rest has no place in a line.
const unseen =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/** One line of text, without anything that ends a line, is not seen or turns the direction. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\S\uFEFF]+/gu, ' ')
    .replace(unseen, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

const outsideUrl = /[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu;

/** A web address without anything that could end it early, or null where it is none. */
export function cleanUrl(url: string): string | null {
  const line = url.toWellFormed().trim();
  return /^https?:\/\/[^/]/iu.test(line)
    ? line.replace(outsideUrl, (character) => encodeURIComponent(character))
    : null;
}

/** A bare DOI, from one that may be written as an address; null where it is none. */
export function cleanDoi(doi: string): string | null {
  const bare = doi.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/iu, '');
  return /^10\.\d{4,9}\/[^\s\p{Cc}]+$/u.test(bare) ? cleanPath(bare) : null;
}

const cleanPath = (path: string): string =>
  path
    .toWellFormed()
    .replace(/[^!$&'()*+,\-./0-9:;=?@A-Z[\]_a-z~<>#%]/gu, (character) =>
      encodeURIComponent(character),
    );

/** `https://doi.org/…`: in an address what a DOI may hold is written in percents. */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${doi.replace(/[<>#?%[\]]/gu, (character) => encodeURIComponent(character))}`;

const orcid = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/u;

const inBoth = (texts: InBoth): InBoth => ({
  en: cleanText(texts.en),
  'zh-Hans': cleanText(texts['zh-Hans']),
});

const cleanClause = ({ address, citation }: CitedClause): CitedClause => ({
  address: cleanText(address),
  citation: inBoth(citation),
});

function cleanName(name: ContributorName): ContributorName {
  if (name.kind !== 'person') return { ...name, text: cleanText(name.text) };
  return {
    ...name,
    family: cleanText(name.family),
    given: cleanText(name.given),
    particle: cleanText(name.particle),
    suffix: cleanText(name.suffix),
  };
}

const isNamed = ({ name }: Contributor): boolean =>
  name.kind === 'person' ? name.family !== '' || name.given !== '' : name.text !== '';

const orNull = (text: string | null): string | null => {
  const cleaned = text === null ? '' : cleanText(text);
  return cleaned === '' ? null : cleaned;
};

/** Every form begins here, so that no field of any of them can end before its time. */
export function cleanItem(item: CitedItem): CitedItem {
  const { entry, clause, work, licence, site } = item;
  const licenceUrl = licence === null ? null : cleanUrl(licence.url);
  return {
    ...item,
    id: cleanText(item.id),
    contributors: item.contributors
      .map(({ role, name, orcid: stated }) => ({
        role,
        name: cleanName(name),
        orcid: orcid.exec(stated?.trim() ?? '')?.[1] ?? null,
      }))
      .filter(isNamed),
    title: cleanText(item.title),
    subtitle: orNull(item.subtitle),
    work: work === null ? null : { titles: inBoth(work.titles), url: cleanUrl(work.url) ?? '' },
    entry:
      entry === null
        ? null
        : {
            number: cleanText(entry.number),
            title: orNull(entry.title),
            clause: entry.clause === null ? null : cleanClause(entry.clause),
            url: cleanUrl(entry.url) ?? '',
          },
    clause: clause === null ? null : { ...cleanClause(clause), url: cleanUrl(clause.url) ?? '' },
    version: cleanText(item.version),
    site: { name: cleanText(site.name), url: cleanUrl(site.url) ?? '' },
    publisher: orNull(item.publisher),
    url: cleanUrl(item.url) ?? '',
    doi: item.doi === null ? null : cleanDoi(item.doi),
    language: cleanText(item.language),
    licence:
      licence === null || licenceUrl === null
        ? null
        : { name: cleanText(licence.name), url: licenceUrl },
    abstract: orNull(item.abstract),
    basedOn: item.basedOn.flatMap(({ title, url }) => {
      const clean = cleanUrl(url);
      return clean === null ? [] : [{ title: cleanText(title), url: clean }];
    }),
    keywords: item.keywords.map(cleanText).filter((word) => word !== ''),
  };
}
