import { cleanItem, cleanUrl, doiUrl } from './clean.ts';
import { citationFile, citationFormat, citationFormats, type CitationFile } from './formats.ts';
import type { CitedItem } from './item.ts';
import { schemaType } from './json-ld.ts';
import { permanentUrl } from './titles.ts';

// Signposting, https://signposting.org/FAIR/: what a program finds from a page without reading it;
// versions of it as RFC 5829 has them.

export const linkRelations = [
  'cite-as',
  'type',
  'author',
  'license',
  'describedby',
  'describes',
  'item',
  'collection',
  'linkset',
  'latest-version',
  'successor-version',
  'predecessor-version',
] as const;
export type LinkRelation = (typeof linkRelations)[number];

export interface TypedLink {
  readonly rel: LinkRelation;
  readonly href: string;
  /** Media type of what is there. */
  readonly type?: string;
}

/** A file of the item: its PDF, its EPUB. */
export interface LinkedFile {
  readonly url: string;
  readonly mediaType: string;
}

/** Where one form of the item's data is, or its links: its address with the suffix of the file. */
export const formatUrl = (item: CitedItem, format: CitationFile): string =>
  permanentUrl(cleanItem(item)).replace(/[?#]|$/u, `${citationFile[format].suffix}$&`);

const link = (rel: LinkRelation, href: string, type?: string): readonly TypedLink[] => {
  const clean = cleanUrl(href);
  return clean === null ? [] : [{ rel, href: clean, ...(type === undefined ? {} : { type }) }];
};

/** Of the page itself: how to cite it, who wrote it, where its data and files are. */
export function landingLinks(
  dirty: CitedItem,
  files: readonly LinkedFile[] = [],
  versions: readonly TypedLink[] = [],
): readonly TypedLink[] {
  const item = cleanItem(dirty);
  const url = permanentUrl(item);
  const authors = item.contributors.filter(({ role }) => role === 'author');
  return [
    ...link('cite-as', item.doi === null ? url : doiUrl(item.doi)),
    ...link('type', 'https://schema.org/AboutPage'),
    ...link('type', `https://schema.org/${schemaType(item)}`),
    ...authors.flatMap(({ orcid }) =>
      orcid === null ? [] : link('author', `https://orcid.org/${orcid}`),
    ),
    ...(item.licence === null ? [] : link('license', item.licence.url)),
    ...citationFormats.flatMap((format) =>
      link('describedby', formatUrl(item, format), citationFormat[format].mediaType),
    ),
    ...files.flatMap((file) => link('item', file.url, file.mediaType)),
    ...(url === item.url ? [] : link('collection', item.url, 'text/html')),
    ...versions.flatMap(({ rel, href, type }) => link(rel, href, type)),
  ];
}

/** Of a file, or of one form of the data: back to the page that it belongs to. */
export function backLinks(dirty: CitedItem, rel: 'collection' | 'describes'): readonly TypedLink[] {
  const item = cleanItem(dirty);
  const url = permanentUrl(item);
  return [
    ...(rel === 'collection' ? link('cite-as', item.doi === null ? url : doiUrl(item.doi)) : []),
    ...link(rel, url, 'text/html'),
  ];
}

/** The value of a `Link` header (RFC 8288, 3). */
export const linkHeader = (links: readonly TypedLink[]): string =>
  links
    .map(({ rel, href, type }) => {
      // Addresses are clean; a media type that is none could end the quotation.
      const isMediaType = type !== undefined && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/u.test(type);
      return `<${href}>; rel="${rel}"${isMediaType ? `; type="${type}"` : ''}`;
    })
    .join(', ');

export interface Linkset {
  readonly linkset: readonly [
    { readonly anchor: string } & Partial<
      Readonly<Record<LinkRelation, readonly Omit<TypedLink, 'rel'>[]>>
    >,
  ];
}

/** The same as a document, `application/linkset+json` (RFC 9264), where a header grows too long. */
export function linkset(anchor: string, links: readonly TypedLink[]): Linkset {
  const byRelation = Object.groupBy(links, ({ rel }) => rel);
  const targets = Object.fromEntries(
    Object.entries(byRelation).map(([rel, of]) => [
      rel,
      of.map(({ href, type }) => ({ href, ...(type === undefined ? {} : { type }) })),
    ]),
  );
  return { linkset: [{ anchor: cleanUrl(anchor) ?? '', ...targets }] };
}
