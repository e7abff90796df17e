import { apa } from './apa.ts';
import { bluebook } from './bluebook.ts';
import { chicagoBibliography, chicagoNote } from './chicago.ts';
import { cleanItem } from './clean.ts';
import { gbt7714 } from './gbt7714.ts';
import type { CitedItem } from './item.ts';
import { oscola } from './oscola.ts';
import { htmlOf, textOf, type Rich } from './rich.ts';

export const citationStyles = [
  'chicago-note',
  'chicago-bibliography',
  'apa',
  'oscola',
  'bluebook',
  'gbt7714',
] as const;
export type CitationStyle = (typeof citationStyles)[number];

const write: Readonly<Record<CitationStyle, (item: CitedItem) => Rich>> = {
  'chicago-note': chicagoNote,
  'chicago-bibliography': chicagoBibliography,
  apa,
  oscola,
  bluebook,
  gbt7714,
};

export interface WrittenCitation {
  readonly style: CitationStyle;
  readonly runs: Rich;
  readonly text: string;
  /** Escaped; safe to set as it is. */
  readonly html: string;
}

/** The item in one style: a note where the style knows notes, else as its list has it. */
export function cite(item: CitedItem, style: CitationStyle): WrittenCitation {
  const runs = write[style](cleanItem(item));
  return { style, runs, text: textOf(runs), html: htmlOf(runs) };
}

export const citeInAll = (item: CitedItem): readonly WrittenCitation[] =>
  citationStyles.map((style) => cite(item, style));
