import { readCited, type CitationView, type CitedThing } from '@glossator/contract';
import {
  backLinks,
  citationFile,
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
  type CitationFile,
  type CitedItem,
  type TypedLink,
} from '@glossator/domain/cite';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { citeNote } from './cite-note.ts';
import { citeRelease, type CiteDeps } from './cite-release.ts';
import { citeText } from './cite-text.ts';
import type { CitedPage, Thing } from './things.ts';

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

function pageLinks({ things: [{ item }], versions, files }: CitedPage): TypedLink[] {
  const { mediaType: type } = citationFile.linkset;
  const all = { rel: 'linkset', href: formatUrl(item, 'linkset'), type } as const;
  return [...landingLinks(item, files, versions), all];
}

const thingView = (
  { what, name, item, proof = null }: Thing,
  on: string | undefined,
): CitedThing => ({
  what,
  name,
  language: item.language,
  url: permanent(item),
  proof,
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
  const pdf = page.files.find(({ mediaType }) => mediaType === 'application/pdf');
  return {
    retracted: item.retracted !== null,
    url: permanent(item),
    things: page.things.map((thing) => thingView(thing, on)),
    tags: [...highwireTags(item, { pdfUrl: pdf?.url ?? null })],
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

export async function fileOfCitation(
  page: CitedPage,
  format: CitationFile,
): Promise<FileOfCitation> {
  const [{ item }] = page.things;
  const { mediaType, suffix } = citationFile[format];
  const text = format === 'linkset' ? await linksOf(page) : citationFormat[format].write(item);
  const link = linkHeader(backLinks(item, 'describes'));
  return { text, mediaType, name: fileName(item, suffix), link };
}

async function linksOf(page: CitedPage): Promise<string> {
  const links = [...pageLinks(page), ...(await page.parts())];
  return `${JSON.stringify(linkset(permanent(page.things[0].item), links))}\n`;
}
