import { Type, type Static, type TSchema } from 'typebox';

/** Objects of the contract know all their fields: an unknown one is an error, never ignored. */
export const closed = { additionalProperties: false } as const;

export const locales = ['en', 'zh-Hans'] as const;
export const Locale = Type.Enum([...locales]);
export type Locale = (typeof locales)[number];

// The format alone would let `urn:uuid:` through, which the database does not read.
export const Uuid = Type.String({ format: 'uuid', maxLength: 36 });
/** ISO 8601 with offset. */
export const Instant = Type.String({ format: 'date-time' });
/** A day of the calendar, `2027-06-30`. */
export const Day = Type.String({ format: 'date' });
/** Text in several languages, by BCP 47 tag. */
export const Localised = Type.Record(Type.String(), Type.String());

export const Slug = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
export const EditionId = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
export const VersionNumber = Type.String({ pattern: '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$' });
/** A path, or a range of two paths joined by a hyphen. */
export const AddressText = Type.String({ minLength: 1, maxLength: 170 });

/** Opaque place in a list; only what the server handed out is understood. */
export const Cursor = Type.String({ minLength: 1, maxLength: 300 });

/** A page of a list; `next` is null on the last one. */
export const Page = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Cursor, Type.Null()]) }, closed);

/** Says only that it was done. */
export const Done = Type.Object({ done: Type.Literal(true) }, closed);
export type Done = Static<typeof Done>;
