import { cleanItem, doiUrl } from './clean.ts';
import { partTitle } from './csl-json.ts';
import { dateParts } from './dates.ts';
import type { CitedItem, Contributor, ContributorRole } from './item.ts';
import { fullName } from './names.ts';
import { editionWords, fullTitle, markedTitle, permanentUrl, pinpoint } from './titles.ts';

export type JsonLd = { readonly [key: string]: JsonLdValue };
type JsonLdValue = string | JsonLd | readonly JsonLdValue[];

const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;

function personOf({ name, orcid }: Contributor): JsonLd {
  const id: JsonLd = orcid === null ? {} : { '@id': orcidUrl(orcid) };
  if (name.kind !== 'person')
    return { '@type': name.kind === 'group' ? 'Organization' : 'Person', ...id, name: name.text };
  const { family, given, particle, suffix } = name;
  return said({
    '@type': 'Person',
    ...id,
    name: fullName(name),
    familyName: [particle, family].filter((part) => part !== '').join(' '),
    givenName: given,
    honorificSuffix: suffix,
  });
}

/** Without what is empty. */
const said = (object: JsonLd): JsonLd =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value.length !== 0));

/** What schema.org calls it: the whole is a book, an entry a chapter, a clause a part of a text. */
export const schemaType = ({
  kind,
  entry,
  clause,
}: Pick<CitedItem, 'kind' | 'entry' | 'clause'>): string =>
  kind === 'note'
    ? 'Comment'
    : entry !== null
      ? 'Chapter'
      : clause !== null
        ? 'CreativeWork'
        : 'Book';

const wholeType = ({ kind }: CitedItem): string => (kind === 'note' ? 'CreativeWork' : 'Book');

function workOf({ work, kind }: CitedItem): JsonLd {
  if (work === null) return {};
  const names = [
    { '@language': 'en', '@value': work.titles.en },
    { '@language': 'zh-Hans', '@value': work.titles['zh-Hans'] },
  ];
  const about = said({ '@type': 'CreativeWork', '@id': work.url, name: names });
  return kind === 'commentary' ? { about } : { exampleOfWork: about };
}

/** In the vocabulary of schema.org, for search engines; print it with `scriptJson`. */
export function jsonLd(dirty: CitedItem): JsonLd {
  const item = cleanItem(dirty);
  const people = (role: ContributorRole) =>
    item.contributors.filter((each) => each.role === role).map(personOf);
  const whole = fullTitle(item);
  const site: JsonLd = { '@type': 'WebSite', name: item.site.name, url: item.site.url };
  const url = permanentUrl(item);
  const isPart = item.entry !== null || item.clause !== null;
  const edition = editionWords(item);
  const doi = item.doi === null ? '' : doiUrl(item.doi);
  return {
    '@context': 'https://schema.org',
    ...said({
      '@type': schemaType(item),
      '@id': url,
      url,
      name: markedTitle(item, partTitle(item) ?? (isPart ? `${whole}, ${pinpoint(item)}` : whole)),
      author: people('author'),
      editor: people('editor'),
      translator: people('translator'),
      datePublished: dateParts(item.issued) === null ? '' : (item.issued ?? ''),
      inLanguage: item.language,
      version: item.version,
      bookEdition: isPart ? '' : edition,
      position: item.entry?.number ?? '',
      isPartOf: isPart
        ? said({ '@type': wholeType(item), '@id': item.url, name: whole, bookEdition: edition })
        : site,
      ...workOf(item),
      publisher: said({
        '@type': 'Organization',
        name: item.publisher ?? item.site.name,
        url: item.publisher === null ? item.site.url : '',
      }),
      identifier:
        item.doi === null
          ? ''
          : { '@type': 'PropertyValue', propertyID: 'doi', value: item.doi, url: doi },
      sameAs: doi,
      isBasedOn: isPart
        ? []
        : item.basedOn.map((from) => ({
            '@type': 'Book',
            '@id': from.url,
            url: from.url,
            name: from.title,
          })),
      license: item.licence?.url ?? '',
      abstract: item.abstract ?? '',
      keywords: item.keywords,
      creativeWorkStatus: item.retracted === null ? 'Published' : 'Retracted',
    }),
  };
}

/** JSON that cannot end the script element it stands in, nor open a comment there. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
