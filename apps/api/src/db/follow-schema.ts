import { followKinds, followStates } from '@glossator/contract';
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/* The tables of following, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true }).notNull();

export const follow = pgTable('follow', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  kind: text({ enum: [...followKinds] }).notNull(),
  target: text().notNull(),
  state: text({ enum: [...followStates] })
    .notNull()
    .default('followed'),
  createdAt: instant().defaultNow(),
});
