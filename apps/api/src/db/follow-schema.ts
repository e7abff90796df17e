import { followKinds, followStates, noticeReasons } from '@glossator/contract';
import { boolean, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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
  mails: boolean().notNull().default(true),
});

export const noticeDue = pgTable(
  'notice_due',
  {
    annotationId: uuid().notNull(),
    whom: text({ enum: ['all', 'mentioned'] }).notNull(),
    at: instant().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.annotationId, table.whom] })],
);

export const notice = pgTable(
  'notice',
  {
    personId: uuid().notNull(),
    annotationId: uuid().notNull(),
    reason: text({ enum: [...noticeReasons] }).notNull(),
    state: text({ enum: ['unread', 'read'] })
      .notNull()
      .default('unread'),
    createdAt: instant().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.annotationId] })],
);

export const mailRound = pgTable('mail_round', {
  personId: uuid().primaryKey(),
  firstAt: instant().defaultNow(),
  dueAt: instant(),
});

export const mailNotice = pgTable(
  'mail_notice',
  {
    personId: uuid().notNull(),
    annotationId: uuid().notNull(),
    followId: uuid(),
    mailId: uuid(),
    at: instant().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.annotationId] })],
);
