import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/* The tables of imports, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true }).notNull();
const importSources = ['hypothesis', 'w3c'] as const;
const source = () => text({ enum: importSources }).notNull();

export const noteImport = pgTable('note_import', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  workId: integer().notNull(),
  source: source(),
  fileName: text().notNull(),
  state: text({ enum: ['preview', 'running', 'done', 'cancelled'] })
    .notNull()
    .default('preview'),
  total: integer().notNull(),
  written: integer().notNull().default(0),
  known: integer().notNull().default(0),
  createdAt: instant().defaultNow(),
  changedAt: instant().defaultNow(),
});

export const noteImportRow = pgTable(
  'note_import_row',
  {
    importId: uuid().notNull(),
    n: integer().notNull(),
    foreignId: text().notNull(),
    outcome: text({ enum: ['waiting', 'written', 'known', 'left-out'] }).notNull(),
    reason: text().notNull(),
    fromUid: text().notNull(),
    toUid: text().notNull(),
    certainty: text({ enum: ['words', 'context', 'address', 'reply', 'none'] }).notNull(),
    quote: text().notNull(),
    cutTags: text().array().notNull(),
    note: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.n] })],
);

export const importSource = pgTable('import_source', {
  annotationId: uuid().primaryKey(),
  personId: uuid().notNull(),
  source: source(),
  foreignId: text().notNull(),
  author: text().notNull(),
  written: text().notNull(),
});
