import { allCaseActions } from '@glossator/domain';
import { integer, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/* Second looks at decisions, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });

export const secondLookShare = pgTable('second_look_share', {
  workId: integer().primaryKey(),
  percent: smallint().notNull(),
  changedAt: instant().notNull().defaultNow(),
  changedBy: uuid(),
});

export const secondLook = pgTable('second_look', {
  id: uuid().primaryKey().defaultRandom(),
  decisionId: uuid().notNull(),
  workId: integer().notNull(),
  proposal: integer().notNull(),
  stood: integer().notNull(),
  drawnAt: instant().notNull().defaultNow(),
  lookerId: uuid(),
  action: text({ enum: [...allCaseActions] as [string, ...string[]] }),
  reason: text(),
  lookedAt: instant(),
});
