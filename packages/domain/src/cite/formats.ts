import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import type { CitedItem } from './item.ts';
import { jsonLd, scriptJson } from './json-ld.ts';
import { ris } from './ris.ts';

export const citationFormats = ['csl', 'bibtex', 'ris', 'jsonld'] as const;
export type CitationFormat = (typeof citationFormats)[number];

export interface FormatFacts {
  /** What an address ends in to ask for it. */
  readonly suffix: string;
  /** Without parameters: what a client asks for, and what an answer says. */
  readonly mediaType: string;
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
