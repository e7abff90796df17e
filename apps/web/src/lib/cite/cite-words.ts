import type { CitedThing } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';
import type { StyleName } from './style-choice.ts';

const things = {
  release: m.cite_what_release,
  entry: m.cite_what_entry,
  place: m.cite_what_place,
  edition: m.cite_what_edition,
  clause: m.cite_what_clause,
  note: m.cite_what_note,
} as const satisfies Record<CitedThing['what'], (inputs: { name: string }) => string>;

export const thingWords = ({ what, name }: Pick<CitedThing, 'what' | 'name'>): string =>
  things[what]({ name });

const styles = {
  'chicago-note': m.cite_style_chicago_note,
  'chicago-bibliography': m.cite_style_chicago_bibliography,
  apa: m.cite_style_apa,
  oscola: m.cite_style_oscola,
  bluebook: m.cite_style_bluebook,
  gbt7714: m.cite_style_gbt,
} as const satisfies Record<StyleName, () => string>;

export const styleWords = (style: StyleName): string => styles[style]();

export const formatNames = {
  csl: 'CSL-JSON',
  bibtex: 'BibTeX',
  ris: 'RIS',
  jsonld: 'JSON-LD',
} as const satisfies Record<CitedThing['files'][number]['format'], string>;
