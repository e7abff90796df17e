import type { LedgerTerm } from '@glossator/document';
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

/* The tables of 0087_terms.sql as queries see them; see schema.ts. */

export const termLedger = pgTable('term_ledger', {
  workId: integer().primaryKey(),
  sourceVersion: integer().notNull(),
  targetVersion: integer().notNull(),
  commentary: text().notNull(),
});

export type TermBody = Omit<LedgerTerm, 'term'>;

export const term = pgTable(
  'term',
  {
    workId: integer().notNull(),
    term: text().notNull(),
    ord: integer().notNull(),
    body: jsonb().$type<TermBody>().notNull(),
    uids: text().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.term] })],
);
