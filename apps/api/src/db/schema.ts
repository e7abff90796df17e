import {
  bigint,
  boolean,
  char,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/*
 * The tables as queries see them. Constraints and indexes live in the migrations; a test holds
 * names, types and nullability of both against each other.
 */

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = (): ReturnType<typeof timestamp> => timestamp({ withTimezone: true });
void char;

export const work = pgTable('work', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull(),
  key: text().notNull(),
  abbreviation: text().notNull(),
  titles: jsonb().$type<Record<string, string>>().notNull(),
  issuer: jsonb().$type<Record<string, string>>().notNull(),
  issued: date().notNull(),
  levels: jsonb().notNull(),
  rights: jsonb().$type<Record<string, string>>().notNull(),
});
