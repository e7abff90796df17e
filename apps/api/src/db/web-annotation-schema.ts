import { integer, json, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

/* What programs said of notes, as queries see it; see schema.ts. */

export const webAnnotation = pgTable(
  'web_annotation',
  {
    annotationId: uuid().notNull(),
    number: integer().notNull(),
    properties: json().notNull(),
    words: json().notNull(),
  },
  (table) => [primaryKey({ columns: [table.annotationId, table.number] })],
);

export const webAnnotationName = pgTable(
  'web_annotation_name',
  { workId: integer().notNull(), name: text().notNull(), annotationId: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.workId, table.name] })],
);
