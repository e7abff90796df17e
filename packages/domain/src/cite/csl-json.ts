import { cleanItem } from './clean.ts';
import { dateParts } from './dates.ts';
import type { CitedItem, ContributorName, ContributorRole, PartialDate } from './item.ts';
import { namesOf } from './names.ts';
import { editionWords, fullTitle, markedTitle, permanentUrl, pinpoint } from './titles.ts';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
  readonly 'static-ordering'?: true;
  readonly literal?: string;
}

export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/** An item of the Citation Style Language's input, of the properties that we write. */
export interface CslItem {
  readonly id: string;
  readonly type: 'book' | 'chapter' | 'post';
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly 'chapter-number'?: string;
  readonly section?: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly status?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly note?: string;
}

function cslName(name: ContributorName): CslName {
  if (name.kind !== 'person') return { literal: name.text };
  const { family, given, particle, suffix, familyFirst } = name;
  return {
    ...(family === '' ? {} : { family }),
    ...(given === '' ? {} : { given }),
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === '' ? {} : { suffix }),
    ...(familyFirst ? { 'static-ordering': true } : {}),
  };
}

const cslDate = (date: PartialDate | null): CslDate | null => {
  const parts = dateParts(date);
  return parts === null ? null : { 'date-parts': [parts] };
};

/** What an entry is called where a title must stand: its own, else its number and clause. */
export const partTitle = ({ entry, clause, ...item }: CitedItem): string | null =>
  entry === null ? null : (entry.title ?? pinpointTitle({ ...item, entry, clause }));

/** The title of what is cited, where it stands alone. */
export const headline = (item: CitedItem): string =>
  markedTitle(item, partTitle(item) ?? fullTitle(item));

const pinpointTitle = (item: CitedItem): string => {
  const text = pinpoint(item);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Whatever the forms have no field for: where in the whole, and that it is retracted. */
export const noteOf = (item: CitedItem): string =>
  [pinpointTitle(item), item.retracted === null ? '' : retraction(item.retracted)]
    .filter((part) => part !== '')
    .join('. ');

const retraction = ({ on }: { readonly on: PartialDate | null }): string =>
  dateParts(on) === null ? 'Retracted' : `Retracted ${on ?? ''}`;

/** An entry with a number is a chapter of its commentary; a clause stays a place in the whole. */
export function cslItem(dirty: CitedItem): CslItem {
  const item = cleanItem(dirty);
  const part = partTitle(item);
  const whole = fullTitle(item);
  const people = (role: ContributorRole) => {
    const names = namesOf(item.contributors, role).map(cslName);
    return names.length === 0 ? {} : { [role]: names };
  };
  const clause = item.entry === null ? item.clause : item.entry.clause;
  const optional = {
    'container-title': part === null ? '' : whole,
    'chapter-number': item.entry?.number ?? '',
    section: clause?.address ?? '',
    // Not as `version`: styles then print it twice, and call the book computer software.
    edition: editionWords(item),
    publisher: item.publisher ?? item.site.name,
    issued: cslDate(item.issued),
    accessed: cslDate(item.accessed),
    status: item.retracted === null ? '' : 'retracted',
    URL: permanentUrl(item),
    DOI: item.doi,
    language: item.language,
    abstract: item.abstract,
    keyword: item.keywords.join(', '),
    note: noteOf(item),
  };
  return {
    id: item.id,
    type: item.kind === 'note' ? 'post' : part === null ? 'book' : 'chapter',
    title: headline(item),
    ...people('author'),
    ...people('editor'),
    ...people('translator'),
    ...Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== '' && value !== null),
    ),
  };
}

/** The document of one or several, as `application/vnd.citationstyles.csl+json`. */
export const cslJson = (items: readonly CitedItem[]): string =>
  `${JSON.stringify(items.map(cslItem), null, 2)}\n`;
