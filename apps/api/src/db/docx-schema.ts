import { docxProblems } from '@glossator/contract';
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

/* Files that wait to be taken into a commentary, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });

export const commentaryDocx = pgTable('commentary_docx', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  madeBy: uuid().notNull(),
  madeAt: instant().notNull().defaultNow(),
  fileName: text().notNull(),
  notices: jsonb().notNull(),
});

export const commentaryDocxPart = pgTable(
  'commentary_docx_part',
  {
    docxId: uuid().notNull(),
    n: integer().notNull(),
    stands: integer().notNull(),
    heading: text().notNull(),
    label: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    words: integer().notNull(),
    notes: integer().notNull(),
    opening: text().notNull(),
    problem: text({ enum: ['none', ...docxProblems] }).notNull(),
    over: integer().notNull(),
    isDense: boolean().notNull(),
    kind: text({ enum: ['left-out', 'introduction', 'essay', 'entry'] }).notNull(),
    at: text().array().notNull(),
  },
  ({ docxId, n }) => [primaryKey({ columns: [docxId, n] })],
);
