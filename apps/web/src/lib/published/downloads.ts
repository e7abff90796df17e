import type { ReleaseFile } from '@glossator/contract';
import { writeReleaseFile, type ReleaseFormat } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';
import { releaseHref, type Numbered } from './release-address.ts';

/** The page of all files of a release. */
export const downloadsHref = (release: Numbered): string => `${releaseHref(release)}/download`;

export const fileHref = ({ slug, number }: Numbered, format: ReleaseFormat): string =>
  `/c/${writeReleaseFile(slug, number, format)}`;

/** What a format is called, and what it is good for. */
export const formatWords: Readonly<
  Record<ReleaseFormat, { readonly name: () => string; readonly use: () => string }>
> = {
  html: { name: m.dl_html, use: m.dl_html_for },
  epub: { name: m.dl_epub, use: m.dl_epub_for },
  tei: { name: m.dl_tei, use: m.dl_tei_for },
  markdown: { name: m.dl_markdown, use: m.dl_markdown_for },
  w3c: { name: m.dl_w3c, use: m.dl_w3c_for },
  pdf: { name: m.dl_pdf, use: m.dl_pdf_for },
};

/** Of bytes: `58 kB`, `1.2 MB`. */
export function sizeWords(bytes: number, locale: string): string {
  const write = (size: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size);
  return bytes < 1_000_000
    ? m.dl_size_kb({ size: write(Math.max(1, bytes / 1000), 0) })
    : m.dl_size_mb({ size: write(bytes / 1_000_000, 1) });
}

/** How far a file is. */
export function stateWords({ state, done, total, size }: ReleaseFile, locale: string): string {
  if (state === 'waiting') return m.dl_waiting({ done, total });
  if (state === 'failed') return m.dl_failed();
  return size === null ? m.dl_absent() : sizeWords(size, locale);
}
