/** The files that a release can be taken away as. */
export const releaseFormats = ['html', 'epub', 'tei', 'markdown', 'w3c', 'pdf'] as const;
export type ReleaseFormat = (typeof releaseFormats)[number];

export interface ReleaseFormatFacts {
  /** What an address ends in to ask for it. */
  readonly suffix: string;
  /** As an answer names it. */
  readonly mediaType: string;
  /** Raised whenever the same release may give other bytes: what is stored of a lower number is made anew. */
  readonly maker: number;
}

export const releaseFormat: Readonly<Record<ReleaseFormat, ReleaseFormatFacts>> = {
  html: { suffix: '.html', mediaType: 'text/html; charset=utf-8', maker: 2 },
  epub: { suffix: '.epub', mediaType: 'application/epub+zip', maker: 2 },
  tei: { suffix: '.tei.xml', mediaType: 'application/tei+xml; charset=utf-8', maker: 2 },
  markdown: { suffix: '.md', mediaType: 'text/markdown; charset=utf-8', maker: 2 },
  w3c: {
    suffix: '.jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    maker: 2,
  },
  pdf: { suffix: '.pdf', mediaType: 'application/pdf', maker: 2 },
};

/** Without parameters, as links name it. */
export const releaseFileType = (format: ReleaseFormat): string =>
  releaseFormat[format].mediaType.replace(/;.*$/, '');

/** `ncss-2016-textual-notes@1.0.tei.xml`, and the newest where no number is named; null for any other address. */
export function readReleaseFile(address: string): {
  readonly slug: string;
  readonly number: string | null;
  readonly format: ReleaseFormat;
} | null {
  const found = /^([a-z0-9-]{1,64})(?:@(\d{1,4}\.\d{1,4}))?(\.[a-z.]+)$/.exec(address);
  const [, slug, number, suffix] = found ?? [];
  const format = releaseFormats.find((each) => releaseFormat[each].suffix === suffix);
  return slug === undefined || format === undefined
    ? null
    : { slug, number: number ?? null, format };
}

export const writeReleaseFile = (slug: string, number: string, format: ReleaseFormat): string =>
  `${slug}@${number}${releaseFormat[format].suffix}`;
