import { checkText } from '@glossator/document';
import { Refusal } from '../../refusal.ts';
import { fieldsOf, oneLine, type Fields } from '../exchange/foreign-note.ts';

/* Readers of what a program sent: each says by name what it cannot take. */

const shown = (name: string): string => oneLine(name, 80);

export const malformed = (why: string): Refusal => new Refusal('annotation-malformed', why);
export const unsupported = (name: string, why = 'is not kept here'): Refusal =>
  new Refusal('property-unsupported', `${shown(name)} ${why}; nothing was stored.`);

export function fieldsAt(value: unknown, at: string): Fields {
  const fields = fieldsOf(value);
  if (fields === null) throw malformed(`${at} has to be an object.`);
  return fields;
}

/** Refuses the first property that is not known, so that none is ever lost in silence. */
export function onlyKnown(fields: Fields, known: readonly string[], at: string): void {
  const other = Object.keys(fields).find((name) => !known.includes(name));
  if (other !== undefined) throw unsupported(at === '' ? other : `${at}.${other}`);
}

export function textAt(value: unknown, at: string, max = 1_000): string {
  if (typeof value !== 'string' || value === '') throw malformed(`${at} has to be a text.`);
  if (value.length > max) throw malformed(`${at} is longer than ${String(max)}.`);
  const checked = checkText(value);
  if (!checked.ok) throw new Refusal('text-malformed', `${at} cannot be kept (${checked.reason}).`);
  return value;
}

/** One or several, at most `max`. */
export function listAt(value: unknown, at: string, max = 20): readonly unknown[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  if (list.length === 0 || list.length > max)
    throw malformed(`${at} has to have one to ${String(max)} values.`);
  return list;
}

// What a browser would run or read from its own machine is no address of anything.
const schemes = ['http', 'https', 'urn', 'tag', 'info', 'doi', 'ark', 'did', 'acct', 'mailto'];

export function iriAt(value: unknown, at: string): string {
  const iri = textAt(value, at, 2_000);
  if (/[\s<>"{}|\\^`]/u.test(iri) || !URL.canParse(iri))
    throw malformed(`${at} has to be an absolute IRI.`);
  const scheme = new URL(iri).protocol.slice(0, -1);
  if (!schemes.includes(scheme))
    throw new Refusal(
      'iri-refused',
      `${at}: ${shown(scheme)} is not one of ${schemes.join(', ')}.`,
    );
  return iri;
}

export const irisAt = (value: unknown, at: string): readonly string[] =>
  listAt(value, at).map((each) => iriAt(each, at));

/** xsd:dateTime in UTC, which the model asks for. */
export function instantAt(value: unknown, at: string): string {
  const instant = textAt(value, at, 40);
  if (
    !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(instant) ||
    Number.isNaN(Date.parse(instant))
  )
    throw malformed(`${at} has to be a moment in UTC, as 2016-12-27T00:00:00Z.`);
  return instant;
}

/** A UUID alone, as some programs name what they make; null where it is none. */
export function uuidIn(value: unknown): string | null {
  const id = typeof value === 'string' ? value : '';
  return /^#?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id)?.[1]?.toLowerCase() ?? null;
}
