import type { BibliographyItem, CslType } from '../bibliography/csl-fields.ts';
import { doiUrl } from '../cite/clean.ts';
import type { ContributorName } from '../cite/item.ts';
import { fullName, listed, turnedName } from '../cite/names.ts';
import { between, italic, plain, rich, stopped, type Rich } from '../cite/rich.ts';
import { capitalised, nested } from '../cite/titles.ts';
import { headOf, isChineseItem, namesIn, withoutMarks } from './item-facts.ts';

// The Chicago Manual of Style, 17th edition, author-date: 15.6 (the entry), 15.9 (names), 15.47 (articles),
// 15.36 (parts of books), 15.41 (more than one kind of source); Chinese titles as 11.89 has them, in
// their own marks. What kind of source has no pattern here is written as a book is, with all it says.

const inBook: readonly CslType[] = [
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
];
const inQuotes: readonly CslType[] = ['manuscript', 'post', 'post-weblog', 'speech', 'thesis'];

/** All of ten, of more the first seven. */
function authors(names: readonly ContributorName[], isChinese: boolean): string {
  if (isChinese) return names.map((name) => turnedName(name)).join('、');
  const written = names.map((name, i) => (i === 0 ? turnedName(name) : fullName(name)));
  if (names.length > 10) return `${written.slice(0, 7).join(', ')}, et al.`;
  return listed(written, { and: 'and', serialComma: true, twoComma: true });
}

const others = (names: readonly ContributorName[]): string =>
  listed(
    names.map((name) => fullName(name)),
    { and: 'and', serialComma: true },
  );

const said = (text: string | undefined): string => withoutMarks(text ?? '');

/** `71 (4): 630–672` */
function issueOf({ volume, issue, page }: BibliographyItem): string {
  const numbers = [said(volume), issue === undefined ? '' : `(${said(issue)})`]
    .filter((part) => part !== '')
    .join(' ');
  const pages = said(page).replace(/(?<=\d)\s*(?:-{1,2}|—)\s*(?=\d)/gu, '–');
  return [numbers, pages].filter((part) => part !== '').join(': ');
}

const imprint = (item: BibliographyItem): string =>
  [said(item['publisher-place']), said(item.publisher)].filter((part) => part !== '').join(': ');

const asEdition = (edition: string | undefined): string => {
  const number = /^\d+$/u.exec(edition ?? '')?.[0];
  if (number === undefined) return said(edition);
  const last = /(?<!1)[123]$/u.exec(number)?.[0];
  return `${number}${last === '1' ? 'st' : last === '2' ? 'nd' : last === '3' ? 'rd' : 'th'} ed.`;
};

interface Written {
  readonly whole: (title: string) => Rich;
  readonly part: (title: string) => Rich;
}

const latin: Written = {
  whole: italic,
  part: (title) => {
    const inner = nested(title, 'double');
    return plain(`“${inner}${/[.?!]$/u.test(inner) ? '' : '.'}”`);
  },
};
const han: Written = {
  whole: (title) => plain(`《${title.replace(/^《(.*)》$/u, '$1')}》`),
  part: (title) => plain(`“${title}”`),
};

const helped = (item: BibliographyItem, edited: string, translated: string): string[] => {
  const { role } = headOf(item);
  const by = (word: string, which: 'editor' | 'translator') => {
    const names = namesIn(item[which]);
    return names.length === 0 || role === which ? '' : `${word} ${others(names)}`;
  };
  return [by(edited, 'editor'), by(translated, 'translator')];
};

function bodyOf(item: BibliographyItem, written: Written): readonly (Rich | string)[] {
  const title = said(item.title);
  const container = said(item['container-title']);
  const numbered = between(' ', [said(item.genre), said(item.number)]);
  const volumes =
    item['number-of-volumes'] === undefined ? '' : `${said(item['number-of-volumes'])} vols`;
  const series = between(' ', [said(item['collection-title']), said(item['collection-number'])]);
  if (inBook.includes(item.type) && container !== '')
    return [
      title === '' ? '' : written.part(title),
      between(', ', [
        rich(written === han ? '载 ' : 'In ', written.whole(container)),
        ...helped(item, 'edited by', 'translated by'),
        asEdition(item.edition),
        issueOf(item),
      ]),
      series,
      imprint(item),
    ];
  if (container !== '')
    return [
      title === '' ? '' : written.part(title),
      ...helped(item, 'Edited by', 'Translated by'),
      between(' ', [written.whole(container), issueOf(item)]),
      numbered,
      imprint(item),
    ];
  const named = inQuotes.includes(item.type) ? written.part : written.whole;
  return [
    title === '' ? '' : named(title),
    ...helped(item, 'Edited by', 'Translated by'),
    asEdition(item.edition),
    volumes,
    item.volume === undefined ? '' : `Vol. ${said(item.volume)}`,
    series,
    numbered,
    said(item.authority),
    between(', ', [imprint(item), said(item.archive), said(item.archive_location)]),
    said(item.page),
  ];
}

/** Where it is on the web; null where it says nothing of that. */
export const addressOf = ({ DOI, URL }: BibliographyItem): string | null =>
  DOI === undefined ? (URL ?? null) : doiUrl(DOI);

/**
 * What the list says of it, without its address; `year` is the one by which it is cited. Where nobody is
 * named the title stands first.
 */
export function listEntry(item: BibliographyItem, year: string): Rich {
  const isChinese = isChineseItem(item);
  const { names, role } = headOf(item);
  const written = isChinese ? han : latin;
  const [first = '', ...rest] = bodyOf(item, written);
  const head = authors(names, isChinese);
  const roles = isChinese
    ? { editor: '编', translator: '译', author: '' }
    : { editor: names.length === 1 ? 'ed.' : 'eds.', translator: 'trans.', author: '' };
  const opening =
    head === ''
      ? [first, plain(year)]
      : [
          [head, roles[role]].filter((part) => part !== '').join(isChinese ? ' ' : ', '),
          plain(year),
          first,
        ];
  return between(
    ' ',
    [...opening, ...rest].map((piece) =>
      typeof piece === 'string' ? stopped(plain(capitalised(piece))) : stopped(piece),
    ),
  );
}
