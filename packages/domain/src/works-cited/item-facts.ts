import type { BibliographyItem, CslDateValue, CslPersonName } from '../bibliography/csl-fields.ts';
import type { ContributorName } from '../cite/item.ts';
import { personName } from '../cite/names.ts';

/* What is said of an item, as its citation needs it. */

// The little that a title may be marked up with where CSL is read; here it is words.
const marks =
  /<\/?(?:i|b|sup|sub|sc)>|<span (?:class="nocase"|style="font-variant: ?small-caps;?")>|<\/span>/gu;

export const withoutMarks = (text: string): string => text.replace(marks, '');

export const isChineseItem = ({ language, title }: BibliographyItem): boolean =>
  language === undefined
    ? /\p{Script=Han}/u.test(title ?? '') &&
      !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title ?? '')
    : /^zh(-|$)/iu.test(language);

/** A tag, where there is one: files of other programs have the words of a language as well. */
export function languageOf(item: BibliographyItem): string | null {
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.exec(item.language ?? '')?.[0];
  return tag ?? (isChineseItem(item) ? 'zh' : null);
}

function nameOf(name: CslPersonName): ContributorName {
  const { family = '', given = '', literal, suffix = '' } = name;
  if (literal !== undefined) return { kind: 'literal', text: withoutMarks(literal) };
  if (family === '') return { kind: 'literal', text: given };
  const dropping = name['dropping-particle'] ?? '';
  return personName(family, [given, dropping].filter((part) => part !== '').join(' '), {
    particle: name['non-dropping-particle'] ?? '',
    suffix,
  });
}

export const namesIn = (names: readonly CslPersonName[] | undefined): readonly ContributorName[] =>
  (names ?? []).map(nameOf);

/** Whom a work is cited by, and what they did where they did not write it. */
export function headOf(item: BibliographyItem): {
  readonly names: readonly ContributorName[];
  readonly role: 'author' | 'editor' | 'translator';
} {
  for (const role of ['author', 'editor', 'translator'] as const) {
    const names = namesIn(item[role]);
    if (names.length > 0) return { names, role };
  }
  return { names: [], role: 'author' };
}

const yearIn = (day: readonly number[] | undefined): string => {
  const year = day?.[0];
  if (year === undefined) return '';
  return year < 0 ? `${String(-year)} BCE` : String(year);
};

/** `1961`, `1961–1963`, or what stands there in words; empty where nothing does. */
export function yearOf(date: CslDateValue | undefined): string {
  const [from, to] = (date?.['date-parts'] ?? []).map(yearIn);
  if (from === undefined || from === '') return date?.literal ?? '';
  return to === undefined || to === '' || to === from ? from : `${from}–${to}`;
}

/** What it is called, in the shortest form that it has. */
export const shortTitle = (item: BibliographyItem): string =>
  withoutMarks(item['title-short'] ?? item.shortTitle ?? item.title ?? '');
