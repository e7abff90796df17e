import type { CitedThing } from '@glossator/contract';
import type { CitedItem, LinkedFile, TypedLink } from '@glossator/domain/cite';
import type { Localised } from '../../in-language.ts';

/** One of the things that can be meant at an address. */
export interface Thing {
  readonly what: CitedThing['what'];
  readonly name: string;
  readonly item: CitedItem;
  /** Its words with what proves them, as plain text. */
  readonly proof?: string | null;
}

export interface CitedPage {
  /** The first is what the page shows. */
  readonly things: readonly [Thing, ...Thing[]];
  /** What it has inside: the entries of a release. Only the set of all links names them. */
  readonly parts: () => Promise<readonly TypedLink[]>;
  /** Releases before and after it. */
  readonly versions: readonly TypedLink[];
  /** What it can be taken away as. */
  readonly files: readonly LinkedFile[];
}

/** What every item of this installation says alike. */
export const siteOf = (origin: string) =>
  ({
    site: { name: 'Glossator', url: origin },
    publisher: null,
    doi: null,
    accessed: null,
    keywords: [],
    basedOn: [],
  }) as const satisfies Partial<CitedItem>;

/** Of a page with nothing in it, around it or to be taken away. */
export const alone = {
  parts: () => Promise.resolve([]),
  versions: [],
  files: [],
} as const satisfies Omit<CitedPage, 'things'>;

export const inBoth = (texts: Localised) => ({
  en: texts['en'] ?? Object.values(texts)[0] ?? '',
  'zh-Hans': texts['zh-Hans'] ?? texts['en'] ?? Object.values(texts)[0] ?? '',
});
