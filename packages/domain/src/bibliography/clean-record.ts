import { cleanDoi, cleanText, cleanUrl } from '../cite/clean.ts';
import {
  cslDateFields,
  cslNameFields,
  cslNameParts,
  cslTextFields,
  cslTypes,
  type BibliographyItem,
  type CslDateValue,
  type CslPersonName,
  type CslType,
} from './csl-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (record: Fields, field: string): unknown =>
  Object.hasOwn(record, field) ? record[field] : undefined;

/** One line; a number as its figures. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : '';

function textField(field: string, value: unknown): string {
  const text = textOf(value);
  if (field === 'DOI') return cleanDoi(text) ?? '';
  return field === 'URL' ? (cleanUrl(text) ?? '') : text;
}

function nameOf(value: unknown): CslPersonName | null {
  if (!isRecord(value)) return null;
  const parts = cslNameParts
    .map((part): readonly [string, string] => [part, textOf(own(value, part))])
    .filter(([, text]) => text !== '');
  const [only] = parts;
  if (only === undefined) return null;
  // A family name alone is a group, or a person with one name: no style may take it apart.
  if (parts.length === 1 && only[0] === 'family')
    return { literal: only[1].toLowerCase() === 'others' ? 'et al.' : only[1] };
  return Object.fromEntries(parts);
}

function namesOf(value: unknown): readonly CslPersonName[] {
  return Array.isArray(value) ? value.map(nameOf).filter((name) => name !== null) : [];
}

const isPart = (part: number, i: number): boolean =>
  Number.isInteger(part) &&
  (i === 0 ? Math.abs(part) <= 9999 && part !== 0 : part >= 1 && part <= (i === 1 ? 24 : 31));

/** Year, month or season, day; what is behind a part that is none is left out. */
function partsOf(value: unknown): readonly number[] {
  if (!Array.isArray(value)) return [];
  const numbers = value.slice(0, 3).map((part) => (part === '' ? NaN : Number(part)));
  const wrong = numbers.findIndex((part, i) => !isPart(part, i));
  return wrong === -1 ? numbers : numbers.slice(0, wrong);
}

function dateOf(value: unknown): CslDateValue | null {
  if (!isRecord(value)) return null;
  const parts = own(value, 'date-parts');
  const days = Array.isArray(parts)
    ? parts
        .slice(0, 2)
        .map(partsOf)
        .filter((day) => day.length > 0)
    : [];
  const literal = textOf(own(value, 'literal')) || textOf(own(value, 'raw'));
  if (days.length > 0) return { 'date-parts': days };
  return literal === '' ? null : { literal };
}

const isType = (type: unknown): type is CslType =>
  typeof type === 'string' && (cslTypes as readonly string[]).includes(type);

/** The library draws a number where there is none, which would be another each time. */
const givenId = (id: string): string => (/^temp_id_\d+$/u.test(id) ? '' : id);

export type CleanedRecord =
  | { readonly item: BibliographyItem }
  | { readonly problem: 'not-an-item' | 'unknown-type' | 'empty'; readonly word: string };

/** An item of anything: what CSL-JSON knows and is sound, and nothing else. */
export function cleanRecord(value: unknown): CleanedRecord {
  if (!isRecord(value)) return { problem: 'not-an-item', word: '' };
  const type = own(value, 'type');
  if (!isType(type)) return { problem: 'unknown-type', word: textOf(type).slice(0, 50) };
  const texts = cslTextFields
    .map((field): readonly [string, string] => [field, textField(field, own(value, field))])
    .filter(([, text]) => text !== '');
  const names = cslNameFields
    .map((field): readonly [string, readonly CslPersonName[]] => [
      field,
      namesOf(own(value, field)),
    ])
    .filter(([, list]) => list.length > 0);
  const dates = cslDateFields
    .map((field): readonly [string, CslDateValue | null] => [field, dateOf(own(value, field))])
    .filter(([, date]) => date !== null);
  const said = texts.filter(([field]) => field !== 'citation-key');
  if (said.length + names.length === 0) return { problem: 'empty', word: '' };
  return {
    item: {
      id: textOf(own(value, 'citation-key')) || givenId(textOf(own(value, 'id'))),
      type,
      ...Object.fromEntries<unknown>([...texts, ...names, ...dates]),
    },
  };
}
