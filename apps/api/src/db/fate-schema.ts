import { fateAnswers } from '@glossator/contract';
import { followReasons, outcomes } from '@glossator/document';
import { integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/* The tables of what becomes of notes when a text is released, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true }).notNull();

export const threadFate = pgTable(
  'thread_fate',
  {
    threadId: uuid().notNull(),
    versionId: integer().notNull(),
    baseId: integer().notNull(),
    outcome: text({ enum: [...outcomes] }).notNull(),
    reason: text({ enum: [...followReasons] }).notNull(),
    fromUid: text().notNull(),
    toUid: text().notNull(),
    answer: text({ enum: [...fateAnswers] })
      .notNull()
      .default('none'),
    answeredAt: timestamp({ withTimezone: true }),
    at: instant().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.versionId] })],
);

export const fateLocus = pgTable(
  'fate_locus',
  {
    threadId: uuid().notNull(),
    versionId: integer().notNull(),
    side: text({ enum: ['old', 'new'] }).notNull(),
    n: smallint().notNull(),
    textVersionId: integer().notNull(),
    uid: text().notNull(),
    startAt: integer(),
    endAt: integer(),
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.versionId, table.side, table.n] })],
);

export const threadLate = pgTable('thread_late', {
  threadId: uuid().primaryKey(),
  at: instant().defaultNow(),
});

export const textNews = pgTable(
  'text_news',
  {
    personId: uuid().notNull(),
    versionId: integer().notNull(),
    at: instant().defaultNow(),
    readAt: timestamp({ withTimezone: true }),
    mailAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.personId, table.versionId] })],
);

export const releaseNews = pgTable(
  'release_news',
  {
    personId: uuid().notNull(),
    versionId: integer().notNull(),
    cause: text({ enum: ['assignment', 'commentary', 'work'] }).notNull(),
    about: text().notNull(),
    at: instant().defaultNow(),
    readAt: timestamp({ withTimezone: true }),
    mailAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.personId, table.versionId, table.cause, table.about] })],
);
