import { Refusal } from './refusal.ts';

/*
 * A cursor is the sort key of the last row shown. It is opaque to clients and checked when it comes
 * back: anything we did not hand out is refused with a code of its own.
 */
export type CursorPart = string | number;

export function writeCursor(...parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const instant = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** A moment of the calendar: the database refuses a thirtieth of February. */
function isInstant(text: string): boolean {
  const time = instant.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 19));
}
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const shapes = {
  number: (part: unknown) =>
    Number.isSafeInteger(part) && Number(part) >= 0 && Number(part) < 2 ** 31,
  instant: (part: unknown) => typeof part === 'string' && isInstant(part),
  uuid: (part: unknown) => typeof part === 'string' && uuid.test(part),
  slug: (part: unknown) => typeof part === 'string' && /^[a-z0-9-]{1,64}$/.test(part),
  place: (part: unknown) => typeof part === 'string' && part.length <= 200 && !part.includes('\0'),
} as const;
type Shape = keyof typeof shapes;
type Part<S extends Shape> = S extends 'number' ? number : string;

/** The parts of a cursor of this shape; null where none was given. */
export function readCursor<const Shapes extends readonly Shape[]>(
  cursor: string | undefined,
  ...expected: Shapes
): { readonly [K in keyof Shapes]: Part<Shapes[K]> } | null {
  if (cursor === undefined) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parts = null;
  }
  const fits =
    Array.isArray(parts) &&
    parts.length === expected.length &&
    expected.every((shape, n) => shapes[shape](parts[n] as unknown));
  if (!fits)
    throw new Refusal('cursor-unknown', 'This place in the list is not known; start from the top.');
  return parts as { readonly [K in keyof Shapes]: Part<Shapes[K]> };
}

/** Splits a list that was asked for one row too many. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  size: number,
  present: (row: Row) => Item,
  key: (last: Row) => string,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    next: rows.length > size && last !== undefined ? key(last) : null,
  };
}
