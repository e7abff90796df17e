import { decisionRoles } from '@glossator/domain';
import {
  bigint,
  customType,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/* The tables of the decision log, as queries see them; see schema.ts. */

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const personPseudonym = pgTable('person_pseudonym', {
  personId: uuid().primaryKey(),
  pseudonym: uuid().notNull().defaultRandom(),
});

export const decisionLog = pgTable('decision_log', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  prev: text().notNull(),
  hash: text().notNull(),
  form: smallint().notNull(),
  // Text: a date of JavaScript has no microseconds, and they are hashed.
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  actor: text().notNull(),
  actorRole: text({ enum: [...decisionRoles] }).notNull(),
  subject: text().notNull(),
  action: text().notNull(),
  caseId: uuid(),
  annotationId: uuid(),
  revision: integer(),
  work: text().notNull(),
  address: text().notNull(),
  before: text().notNull(),
  after: text().notNull(),
  reason: text().notNull(),
  wordsDigest: text().notNull(),
  waited: bigint({ mode: 'number' }),
  batchId: uuid(),
  undoes: bigint({ mode: 'number' }),
});

export const decisionWords = pgTable('decision_words', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  salt: bytea().notNull(),
  words: text().notNull(),
});
