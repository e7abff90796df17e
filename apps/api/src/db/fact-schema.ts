import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';

/* What is counted for the transparency report, as queries see it; see schema.ts. */

export const moderationFact = pgTable('moderation_fact', {
  workId: integer().notNull(),
  month: date().notNull(),
  what: text().notNull(),
});
