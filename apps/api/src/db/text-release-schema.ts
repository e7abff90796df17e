import type { ReleaseChange } from '@glossator/document';
import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/* The tables of 0082_text_releases.sql as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true }).notNull().defaultNow();

export const textDraft = pgTable('text_draft', {
  id: uuid().primaryKey(),
  editionId: text().notNull(),
  changes: jsonb().$type<readonly ReleaseChange[]>().notNull().default([]),
  change: text().notNull().default(''),
  version: integer().notNull().default(1),
  begunBy: uuid().notNull(),
  begunAt: instant(),
  changedBy: uuid().notNull(),
  changedAt: instant(),
});

export const textRelease = pgTable('text_release', {
  id: uuid().primaryKey(),
  workId: integer().notNull(),
  editionId: text().notNull(),
  changes: jsonb().$type<readonly ReleaseChange[]>().notNull(),
  isStructural: boolean().notNull(),
  releasedBy: uuid(),
  releasedAt: instant(),
  report: jsonb().notNull(),
});

export const formerStructure = pgTable(
  'former_structure',
  {
    workId: integer().notNull(),
    lastVersion: integer().notNull(),
    units: jsonb().notNull(),
    aliases: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.lastVersion] })],
);
