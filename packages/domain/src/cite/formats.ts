import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import type { CitedItem } from './item.ts';
import { jsonLd, scriptJson } from './json-ld.ts';
import { ris } from './ris.ts';

export const citationFormats = ['csl', 'bibtex', 'ris', 'jsonld'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Files of a citation: its formats, and the set of all links around it (RFC 9264). */
export const citationFiles = [...citationFormats, 'linkset'] as const;
export type CitationFile = (typeof citationFiles)[number];

export interface FileFacts {
  /** What an address ends in to ask for it. */
  readonly suffix: string;
  /** Without parameters: what a client asks for, and what an answer says. */
  readonly mediaType: string;
}
export interface FormatFacts extends FileFacts {
  readonly write: (item: CitedItem) => string;
}

export const citationFormat: Readonly<Record<CitationFormat, FormatFacts>> = {
  csl: {
    suffix: '.csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (item) => cslJson([item]),
  },
  bibtex: { suffix: '.bib', mediaType: 'application/x-bibtex', write: bibtex },
  ris: { suffix: '.ris', mediaType: 'application/x-research-info-systems', write: ris },
  jsonld: {
    suffix: '.schema.jsonld',
    mediaType: 'application/ld+json',
    write: (item) => `${scriptJson(jsonLd(item))}\n`,
  },
};

export const citationFile: Readonly<Record<CitationFile, FileFacts>> = {
  ...citationFormat,
  linkset: { suffix: '.linkset.json', mediaType: 'application/linkset+json' },
};
