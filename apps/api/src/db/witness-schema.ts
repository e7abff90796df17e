import type { Change, Localised, WitnessPage, WitnessZone } from '@glossator/document';
import { integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';

/* The tables of 0083_witness.sql as queries see them; see schema.ts. */

export const witness = pgTable('witness', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  workId: integer().notNull(),
  name: text().notNull(),
  file: text().notNull(),
  sha256: text().notNull(),
  codePoints: integer().notNull(),
  lines: integer().notNull(),
  pages: jsonb().$type<readonly WitnessPage[]>().notNull(),
  zones: jsonb().$type<readonly WitnessZone[]>().notNull(),
  body: text().notNull(),
});

export const witnessSpan = pgTable(
  'witness_span',
  {
    versionId: integer().notNull(),
    uid: text().notNull(),
    piece: smallint().notNull(),
    witnessId: integer().notNull(),
    line: integer().notNull(),
    startAt: integer().notNull(),
    endAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.uid, table.piece] })],
);

export const witnessRemainder = pgTable(
  'witness_remainder',
  {
    witnessId: integer().notNull(),
    startAt: integer().notNull(),
    endAt: integer().notNull(),
    line: integer().notNull(),
    kind: text({ enum: ['furniture', 'metadata', 'secondary-witness', 'structure'] }).notNull(),
    class: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.witnessId, table.startAt] })],
);

export const witnessOperation = pgTable('witness_operation', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  witnessId: integer().notNull(),
  versionId: integer(),
  n: integer().notNull(),
  kind: text().notNull(),
  reason: jsonb().$type<Localised>().notNull(),
  changes: jsonb().$type<readonly Change[]>().notNull(),
});
