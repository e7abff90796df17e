import type { CitationView, WrittenCitationView } from '@glossator/contract';
import { citationStyles } from '@glossator/domain/cite';

export type StyleName = WrittenCitationView['style'];
/** How a page is cited, as a browser gets it: its links stand in the header alone. */
export type ShownCitation = Omit<CitationView, 'links'>;

export const styleCookie = 'cite';

export const asStyle = (value: string | undefined, locale: string): StyleName =>
  citationStyles.find((style) => style === value) ?? (locale === 'en' ? 'chicago-note' : 'gbt7714');
