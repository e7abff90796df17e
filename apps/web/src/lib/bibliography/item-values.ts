import type { CslFields } from '@glossator/contract';

/* A work as its form has it: lines of text. What the form has no field for stays as it was. */

export const nameFields = ['author', 'editor', 'translator'] as const;
export const textFields = [
  'title',
  'container-title',
  'publisher',
  'publisher-place',
  'edition',
  'volume',
  'issue',
  'page',
  'DOI',
  'URL',
  'language',
] as const;
export type ItemField =
  'type' | 'issued' | (typeof nameFields)[number] | (typeof textFields)[number];
export type ItemValues = Readonly<Record<ItemField, string>>;

type Name = NonNullable<CslFields['author']>[number];
type DateValue = NonNullable<CslFields['issued']>;

/** `Hart, H. L. A.`; a group, or whoever has one name, without a comma. */
function nameLine(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return [family, given, name.suffix].filter(Boolean).join(', ');
}

const day = (parts: readonly number[]): string =>
  parts.map((part, i) => String(part).padStart(i === 0 ? 1 : 2, '0')).join('-');

const dateLine = (date: DateValue | undefined): string =>
  date?.['date-parts']?.map(day).join('/') ?? date?.literal ?? '';

export function itemValues(item: CslFields): ItemValues {
  const names = nameFields.map((field) => [field, (item[field] ?? []).map(nameLine).join('\n')]);
  const texts = textFields.map((field) => [field, item[field] ?? '']);
  return {
    ...(Object.fromEntries([...names, ...texts]) as ItemValues),
    type: item.type,
    issued: dateLine(item.issued),
  };
}

/** A name that reads as it did is the one that it was, with all its parts. */
function nameOf(line: string, before: readonly Name[]): Name {
  const known = before.find((name) => nameLine(name) === line);
  if (known !== undefined) return known;
  const [family = '', given = '', suffix = ''] = line.split(/[,，]/u).map((part) => part.trim());
  if (given === '') return { literal: family };
  return { family, given, ...(suffix === '' ? {} : { suffix }) };
}

function dateOf(line: string, before: DateValue | undefined): DateValue | undefined {
  if (line === dateLine(before)) return before;
  if (line === '') return undefined;
  const days = line.split('/').map((each) => /^-?\d{1,4}(?:-\d\d?){0,2}$/u.exec(each.trim())?.[0]);
  if (days.length > 2 || days.includes(undefined)) return { literal: line };
  // A hyphen before the year is one before our era.
  return {
    'date-parts': days.map((each) => (each ?? '').split(/(?<=\d)-/u).map(Number)),
  };
}

/** The work as the form says it, over what it was. */
export function itemOf(values: ItemValues, before: CslFields): CslFields {
  const names = nameFields.map((field) => [
    field,
    values[field]
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => nameOf(line, before[field] ?? [])),
  ]);
  const texts = textFields.map((field) => [field, values[field].trim()]);
  const said = Object.fromEntries<unknown>([
    ...Object.entries(before),
    ...names,
    ...texts,
    ['type', values.type],
    ['issued', dateOf(values.issued.trim(), before.issued)],
  ] as [string, unknown][]);
  return Object.fromEntries(
    Object.entries(said).filter(
      ([, value]) =>
        value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as CslFields;
}

/** What is said of a work that its form has no field for. */
export const fieldsBeyond = (item: CslFields): readonly string[] =>
  Object.keys(item).filter(
    (field) =>
      field !== 'type' &&
      field !== 'issued' &&
      ![...nameFields, ...textFields].some((each) => each === field),
  );
