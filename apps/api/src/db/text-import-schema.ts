import {
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/* Texts that people bring, until they are published, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const textImport = pgTable('text_import', {
  id: uuid().primaryKey(),
  ownerId: uuid().notNull(),
  title: text().notNull(),
  madeAt: instant().notNull().defaultNow(),
  touchedAt: instant().notNull().defaultNow(),
  state: text({ enum: ['reading', 'failed', 'ready', 'publishing', 'published'] }).notNull(),
  reading: integer().notNull(),
  progress: smallint().notNull(),
  fault: text().notNull(),
  faultAt: smallint().notNull(),
  version: integer().notNull(),
  slug: text().notNull(),
  declared: jsonb().notNull(),
  publishFault: text({ enum: ['', 'too-much', 'broken'] }).notNull(),
});

export const textImportSource = pgTable(
  'text_import_source',
  {
    importId: uuid().notNull(),
    n: smallint().notNull(),
    kind: text({ enum: ['file', 'paste'] }).notNull(),
    name: text().notNull(),
    lang: text().notNull(),
    content: bytea().notNull(),
    chosen: text().notNull(),
    encoding: text().notNull(),
    isGuessed: boolean().notNull(),
    notices: jsonb().notNull(),
  },
  ({ importId, n }) => [primaryKey({ columns: [importId, n] })],
);

export const textImportState = pgTable('text_import_state', {
  importId: uuid().primaryKey(),
  version: integer().notNull(),
  body: bytea().notNull(),
});

export const textImportCorrection = pgTable(
  'text_import_correction',
  {
    importId: uuid().notNull(),
    n: integer().notNull(),
    body: jsonb().notNull(),
    undo: jsonb().notNull(),
    takesBack: integer().notNull(),
    madeAt: instant().notNull().defaultNow(),
  },
  ({ importId, n }) => [primaryKey({ columns: [importId, n] })],
);
