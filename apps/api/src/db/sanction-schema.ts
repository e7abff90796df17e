import { objectionStates, refusalReasons, sanctionKinds, sanctionStates } from '@glossator/domain';
import {
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/* The tables of sanctions, as queries see them; see schema.ts. */

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = () => timestamp({ withTimezone: true });

export const sanction = pgTable('sanction', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  kind: text({ enum: [...sanctionKinds] }).notNull(),
  /** None: the whole site. */
  workId: integer(),
  reason: text({ enum: [...refusalReasons] }).notNull(),
  words: text().notNull(),
  givenBy: uuid().notNull(),
  givenAt: instant().notNull().defaultNow(),
  /** None: until it is lifted. */
  endsAt: instant(),
  state: text({ enum: [...sanctionStates] }).notNull(),
  readAt: instant(),
  liftedAt: instant(),
  liftedBy: uuid(),
  liftedWords: text().notNull().default(''),
  postKey: uuid().notNull(),
});

export const objection = pgTable('objection', {
  sanctionId: uuid().primaryKey(),
  tokenHash: bytea().notNull(),
  expiresAt: instant().notNull(),
  state: text({ enum: [...objectionStates] })
    .notNull()
    .default('possible'),
  words: text().notNull().default(''),
  statedAt: instant(),
  decidedAt: instant(),
  decidedBy: uuid(),
  decidedWords: text().notNull().default(''),
});

export const personNote = pgTable('person_note', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  authorId: uuid().notNull(),
  words: text().notNull(),
  postKey: uuid().notNull(),
  at: instant().notNull().defaultNow(),
});

export const sanctionHiding = pgTable(
  'sanction_hiding',
  { sanctionId: uuid().notNull(), annotationId: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.sanctionId, table.annotationId] })],
);
