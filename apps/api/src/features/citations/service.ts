import type { CitationFile, CitationView, CitedThing } from '@glossator/contract';
import {
  backLinks,
  citationFormat,
  citationFormats,
  citeInAll,
  formatUrl,
  highwireTags,
  jsonLd,
  landingLinks,
  linkHeader,
  linkset,
  scriptJson,
  type CitedItem,
  type TypedLink,
} from '@glossator/domain/cite';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import type { ReleaseDeps } from '../releases/releases.ts';
import { citeNote } from './cite-note.ts';
import { citeRelease } from './cite-release.ts';
import { citeText } from './cite-text.ts';
import { readCited } from './read-cited.ts';
import type { CitedPage, Thing } from './things.ts';

export interface CiteDeps extends ReleaseDeps {
  readonly origin: string;
}

/** What can be cited at the address of a page. */
export async function citedPage(
  deps: CiteDeps,
  viewer: Viewer,
  of: string,
  edition?: string,
): Promise<CitedPage> {
  const cited = readCited(of);
  if (cited === null) throw notFound();
  switch (cited.kind) {
    case 'release':
      return citeRelease(deps, cited.slug, cited.number, cited.part);
    case 'text':
      return citeText(deps, viewer, cited, edition);
    case 'note':
      return citeNote(deps, cited.id);
  }
}

const permanent = ({ url, entry, clause }: CitedItem): string => entry?.url ?? clause?.url ?? url;

/** Letters, figures and `.-` alone: a header can hold it as it is. */
export const fileName = ({ id }: CitedItem, suffix: string): string =>
  `${id.replace(/[^A-Za-z0-9.-]+/gu, '-')}${suffix}`;

const linksetSuffix = '.linkset.json';
const linksetType = 'application/linkset+json';

function pageLinks({ things: [{ item }], versions }: CitedPage): TypedLink[] {
  const href = formatUrl(item, 'csl').replace(citationFormat.csl.suffix, linksetSuffix);
  return [...landingLinks(item, [], versions), { rel: 'linkset', href, type: linksetType }];
}

const thingView = ({ what, name, item }: Thing, on: string | undefined): CitedThing => ({
  what,
  name,
  language: item.language,
  url: permanent(item),
  citations: citeInAll({ ...item, accessed: on ?? null }).map(({ style, runs, text }) => ({
    style,
    runs: [...runs],
    text,
  })),
  files: citationFormats.map((format) => ({
    format,
    href: formatUrl(item, format),
    name: fileName(item, citationFormat[format].suffix),
  })),
});

/** How a page is cited. `on` is the day on which it was read. */
export function citationView(page: CitedPage, on: string | undefined): CitationView {
  const [{ item }] = page.things;
  return {
    title: item.entry?.title ?? item.title,
    language: item.language,
    retracted: item.retracted !== null,
    url: permanent(item),
    things: page.things.map((thing) => thingView(thing, on)),
    tags: [...highwireTags(item)],
    jsonLd: scriptJson(jsonLd(item)),
    links: pageLinks(page),
  };
}

export interface FileOfCitation {
  readonly text: string;
  readonly mediaType: string;
  readonly name: string;
  /** Back to the page it describes. */
  readonly link: string;
}

export async function citationFile(page: CitedPage, format: CitationFile): Promise<FileOfCitation> {
  const [{ item }] = page.things;
  const link = linkHeader(backLinks(item, 'describes'));
  if (format === 'linkset') {
    const links = linkset(permanent(item), [...pageLinks(page), ...(await page.parts())]);
    const text = `${JSON.stringify(links)}\n`;
    return { text, mediaType: linksetType, name: fileName(item, linksetSuffix), link };
  }
  const { write, mediaType, suffix } = citationFormat[format];
  return { text: write(item), mediaType, name: fileName(item, suffix), link };
}
