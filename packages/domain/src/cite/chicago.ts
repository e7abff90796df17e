import { americanDate, dateParts } from './dates.ts';
import { doiUrl } from './clean.ts';
import type { CitedItem, ContributorName } from './item.ts';
import { fullName, listed, namesOf, turnedName } from './names.ts';
import { between, italic, plain, rich, stopped, type Rich } from './rich.ts';
import { capitalised, editionWords, fullTitle, nested, permanentUrl, pinpoint } from './titles.ts';

// The Chicago Manual of Style, 17th edition, notes and bibliography: 14.76 (how many names),
// 14.103 (editors), 14.106–107 (parts of a book), 14.161 (books read online), 14.12 (access dates).

const serial = { and: 'and', serialComma: true } as const;

/** From four names on, the first stands for all (14.76). */
const inNote = (names: readonly ContributorName[], isFirst: boolean): string => {
  const [first] = names;
  if (first !== undefined && names.length > 3) return `${fullName(first, isFirst)} et al.`;
  return listed(
    names.map((name, i) => fullName(name, isFirst && i === 0)),
    serial,
  );
};

/** All of ten names, of more the first seven (14.76). */
const inBibliography = (names: readonly ContributorName[]): string => {
  const written = names.map((name, i) => (i === 0 ? turnedName(name) : fullName(name)));
  if (names.length > 10) return `${written.slice(0, 7).join(', ')}, et al.`;
  return listed(written, { ...serial, twoComma: true });
};

const quoted = (title: string, mark: string): Rich => {
  const inner = nested(title, 'double');
  return plain(`“${inner}${/[?!]$/u.test(inner) ? '' : mark}”`);
};

const yearOf = (item: CitedItem): string => String(dateParts(item.issued)?.[0] ?? '');
const addressOf = (item: CitedItem): string =>
  item.doi === null ? permanentUrl(item) : doiUrl(item.doi);

const accessed = (item: CitedItem): string => {
  const parts = dateParts(item.accessed);
  return parts === null || yearOf(item) !== '' ? '' : `accessed ${americanDate(parts)}`;
};

const retracted = ({ retracted: notice }: CitedItem): string => {
  if (notice === null) return '';
  const parts = dateParts(notice.on);
  return `retracted${parts === null ? '' : ` ${americanDate(parts)}`}`;
};

/** Who stands at the head; where there is no author those who edited it. */
const headOf = (
  { contributors }: CitedItem,
  write: (names: readonly ContributorName[]) => string,
): string => {
  const authors = namesOf(contributors, 'author');
  const editors = namesOf(contributors, 'editor');
  if (authors.length > 0 || editors.length === 0) return write(authors);
  return `${write(editors)}, ${editors.length === 1 ? 'ed.' : 'eds.'}`;
};

const helpers = ({ contributors }: CitedItem, edited: string, translated: string): string[] => {
  const has = (role: 'author' | 'editor' | 'translator') => namesOf(contributors, role).length > 0;
  const said = (word: string, role: 'editor' | 'translator') =>
    has(role) ? `${word} ${inNote(namesOf(contributors, role), false)}` : '';
  return [has('author') ? said(edited, 'editor') : '', said(translated, 'translator')];
};

const isPart = ({ entry }: CitedItem): boolean => entry?.title != null;

/** As a footnote writes it. */
export function chicagoNote(item: CitedItem): Rich {
  const imprint = between('; ', [
    between(', ', [item.publisher ?? item.site.name, yearOf(item)]),
    retracted(item),
  ]);
  const book = rich(isPart(item) ? 'in ' : '', italic(fullTitle(item)));
  const edition = rich(
    between(', ', [book, ...helpers(item, 'ed.', 'trans.'), editionWords(item)]),
    imprint.length === 0 ? '' : rich(' (', imprint, ')'),
  );
  const part = item.entry?.title == null ? [] : quoted(item.entry.title, ',');
  const head = headOf(item, (names) => inNote(names, true));
  const rest = between(', ', [edition, pinpoint(item), accessed(item), addressOf(item)]);
  return rich(between(', ', [head, between(' ', [part, rest])]), '.');
}

/** As a bibliography lists it. */
export function chicagoBibliography(item: CitedItem): Rich {
  const head = headOf(item, inBibliography);
  const imprint = between(', ', [item.publisher ?? item.site.name, yearOf(item)]);
  const title = italic(fullTitle(item));
  const ends = [imprint, capitalised(retracted(item)), capitalised(accessed(item))];
  const place = pinpoint(item);
  const body =
    item.entry?.title == null
      ? [
          title,
          ...helpers(item, 'Edited by', 'Translated by'),
          capitalised(editionWords(item)),
          capitalised(place),
        ]
      : [
          between(' ', [
            quoted(item.entry.title, '.'),
            between(', ', [
              rich('In ', title),
              ...helpers(item, 'edited by', 'translated by'),
              editionWords(item),
              place,
            ]),
          ]),
        ];
  return between(
    ' ',
    [head, ...body, ...ends, addressOf(item)].map((piece) =>
      stopped(typeof piece === 'string' ? plain(piece) : piece),
    ),
  );
}
