import { flagReasons, flagStates } from '@glossator/domain';
import { boolean, integer, pgTable, real, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/* What readers report and authors appeal, as queries see it; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });

export const flag = pgTable('flag', {
  id: uuid().primaryKey(),
  caseId: uuid().notNull(),
  annotationId: uuid().notNull(),
  workId: integer().notNull(),
  personId: uuid().notNull(),
  reason: text({ enum: [...flagReasons] }).notNull(),
  words: text().notNull(),
  clauseFrom: text(),
  clauseTo: text(),
  law: text().notNull().default(''),
  territory: text().notNull().default(''),
  goodFaith: boolean().notNull().default(false),
  revision: integer().notNull(),
  weight: real().notNull(),
  state: text({ enum: [...flagStates] })
    .notNull()
    .default('open'),
  at: instant().notNull().defaultNow(),
  settledAt: instant(),
  dueAt: instant(),
  toldAt: instant(),
  mailAt: instant(),
  readAt: instant(),
});

export const appeal = pgTable('appeal', {
  decisionId: uuid().primaryKey(),
  caseId: uuid().notNull(),
  words: text().notNull(),
  at: instant().notNull().defaultNow(),
  dueAt: instant().notNull(),
});
