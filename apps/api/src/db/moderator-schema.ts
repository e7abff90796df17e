import { integer, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';

export const moderator = pgTable('moderator', {
  personId: uuid().notNull(),
  /** None: of all works. */
  workId: integer(),
  /** None: by the machine's own programs. */
  grantedBy: uuid(),
  grantedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
