import { cleanItem } from './clean.ts';
import { headline, noteOf, partTitle } from './csl-json.ts';
import { dateParts, numericDate } from './dates.ts';
import type { CitedItem, ContributorName, ContributorRole, PartialDate } from './item.ts';
import { namesOf, words } from './names.ts';
import { editionWords, fullTitle, permanentUrl } from './titles.ts';

/** `Family, Given, Suffix`; RIS knows no way to keep a comma inside a name. */
function nameOf(name: ContributorName): string {
  if (name.kind !== 'person') return name.text.replaceAll(',', ' ').replace(/ {2,}/gu, ' ');
  const { family, given, particle, suffix } = name;
  const parts = [words(particle, family), given, suffix].map((part) => part.replaceAll(',', ' '));
  return parts.join(', ').replace(/(, )+$/u, '');
}

/** `2026/11/30/`: the slashes stand also where month and day are not known. */
function dateOf(date: PartialDate | null): string {
  const parts = dateParts(date);
  if (parts === null) return '';
  return `${numericDate(parts, '/')}${'/'.repeat(4 - parts.length)}`;
}

/** One record, each line ended by CRLF; `TY` first and `ER` last, as the format demands. */
export function ris(dirty: CitedItem): string {
  const item = cleanItem(dirty);
  const part = partTitle(item);
  const whole = fullTitle(item);
  const people = (tag: string, role: ContributorRole) =>
    namesOf(item.contributors, role).map((name): readonly [string, string] => [tag, nameOf(name)]);
  const issued = dateParts(item.issued);
  const lines: readonly (readonly [string, string])[] = [
    ['TY', item.kind === 'note' ? 'ELEC' : part === null ? 'BOOK' : 'CHAP'],
    ['ID', item.id],
    ...people('AU', 'author'),
    ['TI', headline(item)],
    ['T2', part === null ? '' : whole],
    // Programs take A2 of a book for whoever edits its series.
    ...people(part === null ? 'A3' : 'A2', 'editor'),
    ...people('A4', 'translator'),
    ['ET', editionWords(item)],
    ['PB', item.publisher ?? item.site.name],
    ['PY', String(issued?.[0] ?? '')],
    ['DA', dateOf(item.issued)],
    ['Y2', dateOf(item.accessed)],
    ['SE', item.entry?.number ?? ''],
    ['LA', item.language],
    ['DO', item.doi ?? ''],
    ['UR', permanentUrl(item)],
    ['AB', item.abstract ?? ''],
    ...item.keywords.map((word): readonly [string, string] => ['KW', word]),
    ['N1', noteOf(item)],
  ];
  const said = lines.filter(([, value]) => value !== '');
  return [...said.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - ', ''].join('\r\n');
}
