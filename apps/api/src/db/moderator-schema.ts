import { date, integer, pgTable, smallint, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true }).notNull();

export const moderator = pgTable('moderator', {
  personId: uuid().notNull(),
  /** None: of all works. */
  workId: integer(),
  /** None: by the machine's own programs. */
  grantedBy: uuid(),
  grantedAt: instant().defaultNow(),
  /** 1 for Monday to 7 for Sunday. */
  weekdays: smallint().array().notNull().default([1, 2, 3, 4, 5, 6, 7]),
});

export const moderatorAbsence = pgTable('moderator_absence', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  firstDay: date().notNull(),
  lastDay: date().notNull(),
});

export const moderatorRound = pgTable('moderator_round', {
  personId: uuid().primaryKey(),
  dueAt: instant(),
});

export const moderationAlarm = pgTable('moderation_alarm', {
  workId: integer().primaryKey(),
  alarmedAt: instant().defaultNow(),
});
