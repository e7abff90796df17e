import { cleanItem } from './clean.ts';
import { headline, noteOf, partTitle } from './csl-json.ts';
import { dateParts, numericDate } from './dates.ts';
import type { CitedItem, ContributorName, ContributorRole } from './item.ts';
import { namesOf, words } from './names.ts';
import { capitalised, editionWords, fullTitle, permanentUrl } from './titles.ts';

const commands: Readonly<Record<string, string>> = {
  // A brace counts for BibTeX even behind a backslash, so that none may stand in a value.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** As LaTeX prints it, and without a brace, a percent sign or a command of its own. */
export const bibtexText = (text: string): string =>
  text
    .replace(/[\\{}^~%&$#_]/gu, (character) => commands[character] ?? `\\${character}`)
    // Two of them would be printed as one dash or quotation mark.
    .replace(/([-'`])(?=\1)|[?!](?=`)/gu, '$&{}');

/** ` and ` and a comma would end a name or a part of it: braces hold it together. */
const namePart = (text: string): string => {
  const escaped = bibtexText(text);
  return /,|(^|\s)and(\s|$)/iu.test(text) ? `{${escaped}}` : escaped;
};

function nameOf(name: ContributorName): string {
  if (name.kind !== 'person') return `{${bibtexText(name.text)}}`;
  const { family, given, particle, suffix } = name;
  if (family === '') return `{${bibtexText(given)}}`;
  return [words(namePart(particle), namePart(family)), namePart(suffix), namePart(given)]
    .filter((part, i) => part !== '' || (i === 2 && suffix !== ''))
    .join(', ');
}

/** Letters, figures and `:.-` alone, from the item's id: the same for good. */
export function bibtexKey(id: string): string {
  const key = id
    .normalize('NFKD')
    .replaceAll('/', ':')
    .replace(/[^A-Za-z0-9:.-]+/gu, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/gu, '');
  return key === '' ? 'item' : key;
}

const monthMacros = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `babel` and `polyglossia` know languages by name. */
const languageNames: Readonly<Record<string, string>> = { en: 'english', zh: 'chinese' };

/** For BibTeX and for biber, in UTF-8: an entry is a part of its commentary. */
export function bibtex(dirty: CitedItem): string {
  const item = cleanItem(dirty);
  const part = partTitle(item);
  const whole = fullTitle(item);
  const people = (role: ContributorRole) =>
    namesOf(item.contributors, role).map(nameOf).join(' and ');
  const titled = (text: string) => (text === '' ? '' : `{${bibtexText(text)}}`);
  const issued = dateParts(item.issued);
  const accessed = dateParts(item.accessed);
  const fields: readonly (readonly [string, string])[] = [
    ['author', people('author')],
    ['title', titled(headline(item))],
    ['booktitle', part === null ? '' : titled(whole)],
    ['editor', people('editor')],
    ['translator', people('translator')],
    ['edition', bibtexText(capitalised(editionWords(item)))],
    ['publisher', bibtexText(item.publisher ?? item.site.name)],
    ['year', String(issued?.[0] ?? '')],
    ['doi', item.doi ?? ''],
    ['url', permanentUrl(item)],
    ['urldate', accessed === null ? '' : numericDate(accessed)],
    ['langid', languageNames[item.language.slice(0, 2).toLowerCase()] ?? ''],
    ['note', bibtexText(noteOf(item))],
    ['abstract', bibtexText(item.abstract ?? '')],
    [
      'keywords',
      item.keywords.map((word) => bibtexText(word.replace(/\s*,\s*/gu, ' '))).join(', '),
    ],
  ];
  const month = monthMacros[(issued?.[1] ?? 0) - 1];
  const lines = fields
    .filter(([, value]) => value !== '')
    .flatMap(([name, value]) => [
      `  ${name} = {${value}}`,
      ...(name === 'year' && month !== undefined ? [`  month = ${month}`] : []),
    ]);
  const kind = item.kind === 'note' ? 'misc' : part === null ? 'book' : 'incollection';
  return `@${kind}{${bibtexKey(item.id)},\n${lines.join(',\n')}\n}\n`;
}
