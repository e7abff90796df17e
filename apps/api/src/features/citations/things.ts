import type { CitedThing } from '@glossator/contract';
import type { CitedItem, TypedLink } from '@glossator/domain/cite';

/** One of the things that can be meant at an address. */
export interface Thing {
  readonly what: CitedThing['what'];
  readonly name: string;
  readonly item: CitedItem;
}

export interface CitedPage {
  /** The first is what the page shows. */
  readonly things: readonly [Thing, ...Thing[]];
  /** What it has inside: the entries of a release. Only the set of all links names them. */
  readonly parts: () => Promise<readonly TypedLink[]>;
  /** Releases before and after it. */
  readonly versions: readonly TypedLink[];
}

/** What every item of this installation says alike. */
export const siteOf = (origin: string) =>
  ({
    site: { name: 'Glossator', url: origin },
    publisher: null,
    doi: null,
    accessed: null,
    keywords: [],
  }) as const satisfies Partial<CitedItem>;

export const noParts = (): Promise<readonly TypedLink[]> => Promise.resolve([]);

type Localised = Readonly<Record<string, string>>;

export const inBoth = (texts: Localised) => ({
  en: texts['en'] ?? Object.values(texts)[0] ?? '',
  'zh-Hans': texts['zh-Hans'] ?? texts['en'] ?? Object.values(texts)[0] ?? '',
});

/** The text in this language, else whichever stands first. */
export const inLanguage = (texts: Localised, language: string): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';
