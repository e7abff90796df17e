import {
  customType,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

/* What texts and notes are found by. */

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

export const noteSearch = pgTable('note_search', {
  annotationId: uuid().primaryKey(),
  tokenizer: smallint().notNull(),
  folded: text().notNull(),
  tokens: tsvector().notNull(),
  tags: text().array().notNull(),
});

export const textSearch = pgTable(
  'text_search',
  {
    versionId: integer().notNull(),
    uid: text().notNull(),
    tokenizer: smallint().notNull(),
    folded: text().notNull(),
    tokens: tsvector().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.uid] })],
);
