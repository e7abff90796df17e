import {
  boolean,
  customType,
  date,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { mailChoices } from '@glossator/contract';
import { sql } from 'drizzle-orm';

/*
 * The tables as queries see them. Constraints and indexes live in the migrations; a test holds
 * names, types and nullability of both against each other.
 */

export * from './assignment-schema.ts';
export * from './grade-schema.ts';
export * from './class-schema.ts';
export * from './commentary-schema.ts';
export * from './commentary-review-schema.ts';
export * from './decision-schema.ts';
export * from './docx-schema.ts';
export * from './text-import-schema.ts';
export * from './exchange-schema.ts';
export * from './fact-schema.ts';
export * from './fate-schema.ts';
export * from './follow-schema.ts';
export * from './moderation-schema.ts';
export * from './moderator-schema.ts';
export * from './note-schema.ts';
export * from './flag-schema.ts';
export * from './sanction-schema.ts';
export * from './search-schema.ts';
export * from './second-look-schema.ts';
export * from './term-schema.ts';
export * from './text-schema.ts';
export * from './text-release-schema.ts';
export * from './web-annotation-schema.ts';
export * from './witness-schema.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = () => timestamp({ withTimezone: true }).notNull();

const locale = () => text({ enum: ['en', 'zh-Hans'] }).notNull();

export const person = pgTable('person', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  state: text({ enum: ['active', 'erased'] })
    .notNull()
    .default('active'),
  createdAt: instant().defaultNow(),
  handle: text()
    .notNull()
    .default(sql`('reader.' || replace(gen_random_uuid()::text, '-', ''))`),
});

export const demoPerson = pgTable('demo_person', { personId: uuid().primaryKey() });

export const retiredHandle = pgTable('retired_handle', { hash: bytea().primaryKey() });

export const account = pgTable('account', {
  personId: uuid().primaryKey(),
  email: text().notNull(),
  emailKey: text().notNull(),
  passwordHash: text().notNull(),
  locale: locale(),
  createdAt: instant().defaultNow(),
  followOwnThreads: boolean().notNull().default(true),
  noticeMail: text({ enum: [...mailChoices] })
    .notNull()
    .default('off'),
  timeZone: text().notNull().default('UTC'),
  noticesMailedAt: instant().default(sql`'-infinity'`),
  summaryMail: boolean().notNull().default(true),
  summaryHour: smallint().notNull().default(7),
});

export const registration = pgTable('registration', {
  id: uuid().primaryKey(),
  tokenHash: bytea().notNull(),
  name: text().notNull(),
  email: text().notNull(),
  emailKey: text().notNull(),
  passwordHash: text().notNull(),
  locale: locale(),
  createdAt: instant().defaultNow(),
  expiresAt: instant(),
  invitationHash: bytea(),
  personId: uuid(),
});

export const siteRole = pgTable(
  'site_role',
  {
    personId: uuid().notNull(),
    role: text({ enum: ['administrator', 'editor'] }).notNull(),
    grantedAt: instant().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);

export const accessToken = pgTable('access_token', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  hash: bytea().notNull(),
  name: text().notNull(),
  scope: text({ enum: ['read', 'write'] }).notNull(),
  createdAt: instant().defaultNow(),
  expiresAt: instant(),
  usedOn: date(),
});

export const session = pgTable('session', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  device: text().notNull(),
  createdAt: instant().defaultNow(),
  seenAt: instant().defaultNow(),
  classId: uuid(),
  linkBy: uuid(),
});

export const oneTimeToken = pgTable('one_time_token', {
  hash: bytea().primaryKey(),
  purpose: text({ enum: ['reset', 'claim', 'invitation', 'class'] }).notNull(),
  personId: uuid(),
  createdBy: uuid(),
  createdAt: instant().defaultNow(),
  expiresAt: instant(),
  classId: uuid(),
});

export const mail = pgTable('mail', {
  id: uuid().primaryKey(),
  recipient: text().notNull(),
  kind: text().notNull(),
  locale: locale(),
  subject: text().notNull(),
  body: text().notNull(),
  state: text({ enum: ['queued', 'sending', 'sent', 'failed'] })
    .notNull()
    .default('queued'),
  lastError: text().notNull().default(''),
  createdAt: instant().defaultNow(),
  changedAt: instant().defaultNow(),
  recipientKey: text().notNull(),
});

export const site = pgTable('site', {
  id: boolean().primaryKey().default(true),
  registration: text({ enum: ['automatic', 'open', 'invitation', 'closed'] })
    .notNull()
    .default('automatic'),
  imprint: text().notNull().default(''),
  contact: text().notNull().default(''),
  alarmDays: smallint().notNull().default(3),
  changedAt: instant().defaultNow(),
});
