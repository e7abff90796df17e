import type { BibliographyItem } from '../bibliography/csl-fields.ts';
import type { ContributorName } from '../cite/item.ts';
import { listed, turnedName } from '../cite/names.ts';
import type { Rich } from '../cite/rich.ts';
import { headOf, isChineseItem, languageOf, shortTitle, yearOf } from './item-facts.ts';
import { addressOf, listEntry } from './list-entry.ts';
import { tongueOf, type Tongue } from './tongue.ts';

/** A work as it is cited, and as the list at the end has it. */
export interface WorkCited {
  readonly key: string;
  /** `Hart`, `Fuller and Hart`, or the title where nobody is named. */
  readonly names: string;
  /** `1961`, and `1961a` where the same names have another of that year. */
  readonly year: string;
  readonly entry: Rich;
  readonly url: string | null;
  /** BCP 47, of the work; null where it does not say. */
  readonly lang: string | null;
}

const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·・]+$/u;

function shortName(name: ContributorName): string {
  if (name.kind !== 'person') return name.text;
  const { particle, family, given } = name;
  // Of names without a space the family name alone would name half a country.
  if (eastAsian.test(family + given)) return family + given;
  return particle === '' ? family : `${particle} ${family}`;
}

/** Up to three; of more the first (15.29). */
function namesOf(item: BibliographyItem, { and, others }: Tongue): string {
  const names = headOf(item).names.map(shortName);
  const [first = ''] = names;
  if (names.length > 3) return `${first} ${others}`;
  if (names.length > 0) return listed(names, { and, serialComma: true });
  const title = shortTitle(item);
  return isChineseItem(item) ? `《${title}》` : `“${title}”`;
}

/** The same on every machine: no collation of the language is asked. Hanzi stand by their code. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|^[“《]/gu, '')
    .toLowerCase();

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const letter = (n: number): string =>
  n < 26 ? String.fromCharCode(97 + n) : `${letter(Math.floor(n / 26) - 1)}${letter(n % 26)}`;

interface Sorted {
  readonly item: BibliographyItem;
  readonly names: string;
  readonly year: string;
  readonly order: readonly string[];
}

/** Works by their keys, in the order of the list: names, year, title. */
export function worksCited(
  items: readonly BibliographyItem[],
  language: string,
): ReadonlyMap<string, WorkCited> {
  const tongue = tongueOf(language);
  const sorted = items
    .map((item): Sorted => {
      const names = namesOf(item, tongue);
      const year = yearOf(item.issued);
      const head = headOf(item).names.map(turnedName).join(' ');
      const order = [
        folded(head === '' ? names : head),
        year.padStart(4, '0'),
        folded(item.title ?? ''),
        item.id,
      ];
      return { item, names, year, order };
    })
    .toSorted((a, b) => a.order.reduce((d, each, i) => d || compare(each, b.order[i] ?? ''), 0));
  const groups = Map.groupBy(sorted, ({ names, year }) => JSON.stringify([names, year]));
  const suffix = ({ item, names, year }: Sorted): string => {
    const twins = groups.get(JSON.stringify([names, year])) ?? [];
    if (twins.length < 2) return '';
    const at = letter(twins.findIndex((twin) => twin.item.id === item.id));
    return year === '' ? `-${at}` : at;
  };
  return new Map(
    sorted.map((each) => {
      const { item, names } = each;
      const year = `${each.year === '' ? tongue.undated : each.year}${suffix(each)}`;
      const entry = listEntry(item, year);
      const work: WorkCited = {
        ...{ key: item.id, names, year, entry },
        url: addressOf(item),
        lang: languageOf(item),
      };
      return [item.id, work];
    }),
  );
}
