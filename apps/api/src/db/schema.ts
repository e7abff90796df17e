import {
  bigint,
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { noteKinds, withdrawals } from '@glossator/domain';
import { mailChoices, targetKinds, type Pointing } from '@glossator/contract';
import { sql } from 'drizzle-orm';

/*
 * The tables as queries see them. Constraints and indexes live in the migrations; a test holds
 * names, types and nullability of both against each other.
 */

export * from './decision-schema.ts';
export * from './exchange-schema.ts';
export * from './follow-schema.ts';
export * from './moderator-schema.ts';
export * from './sanction-schema.ts';
export * from './search-schema.ts';
export * from './text-schema.ts';
export * from './web-annotation-schema.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = () => timestamp({ withTimezone: true }).notNull();

const kind = () =>
  text({ enum: [...noteKinds] })
    .notNull()
    .default('comment');
const tags = () => text().array().notNull().default([]);
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
});

export const siteRole = pgTable(
  'site_role',
  {
    personId: uuid().notNull(),
    role: text({ enum: ['administrator'] }).notNull(),
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
});

export const oneTimeToken = pgTable('one_time_token', {
  hash: bytea().primaryKey(),
  purpose: text({ enum: ['reset', 'claim', 'invitation'] }).notNull(),
  personId: uuid(),
  createdBy: uuid(),
  createdAt: instant().defaultNow(),
  expiresAt: instant(),
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
  changedAt: instant().defaultNow(),
});

export const layer = pgTable('layer', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  kind: text({ enum: ['notebook', 'public'] }).notNull(),
  ownerId: uuid(),
});

export const thread = pgTable('thread', {
  id: uuid().primaryKey(),
  workId: integer().notNull(),
  layerId: integer().notNull(),
  targetKind: text({ enum: [...targetKinds] }).notNull(),
  fromUid: text().notNull(),
  toUid: text().notNull(),
  authorId: uuid().notNull(),
  resolution: text({ enum: ['open', 'resolved'] })
    .notNull()
    .default('open'),
  createdAt: instant().defaultNow(),
  aboutId: uuid(),
  entryEdition: text(),
  entryNumber: text(),
});

export const threadLocus = pgTable(
  'thread_locus',
  {
    threadId: uuid().notNull(),
    n: smallint().notNull(),
    versionId: integer().notNull(),
    uid: text().notNull(),
    startAt: integer(),
    endAt: integer(),
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.n] })],
);

export const threadPlace = pgTable(
  'thread_place',
  {
    workId: integer().notNull(),
    layerId: integer().notNull(),
    uid: text().notNull(),
    createdAt: instant(),
    threadId: uuid().notNull(),
    opening: boolean().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.workId, table.uid, table.layerId, table.createdAt, table.threadId],
    }),
  ],
);

export const annotation = pgTable('annotation', {
  id: uuid().primaryKey(),
  threadId: uuid().notNull(),
  parentId: uuid(),
  authorId: uuid().notNull(),
  state: text({ enum: ['published', 'hidden', 'deleted', 'erased'] })
    .notNull()
    .default('published'),
  version: integer().notNull().default(1),
  postKey: uuid().notNull(),
  createdAt: instant().defaultNow(),
  changedAt: instant().defaultNow(),
  kind: kind(),
  tags: tags(),
  copiedFrom: uuid(),
});

export const revision = pgTable(
  'revision',
  {
    annotationId: uuid().notNull(),
    number: integer().notNull(),
    body: text().notNull(),
    html: text().notNull(),
    renderer: smallint().notNull(),
    seen: text().array().notNull(),
    writtenAt: instant().defaultNow(),
    kind: kind(),
    tags: tags(),
    withdrawn: text({ enum: [...withdrawals] })
      .notNull()
      .default('no'),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.annotationId, table.number] })],
);

export const annotationEvent = pgTable('annotation_event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  annotationId: uuid().notNull(),
  actorId: uuid().notNull(),
  action: text({
    enum: [
      'hide',
      'unhide',
      'delete',
      'restore',
      'erase',
      'resolve',
      'reopen',
      'move',
      'withdraw',
      'retarget',
    ],
  }).notNull(),
  before: text().notNull(),
  after: text().notNull(),
  reason: text().notNull().default(''),
  at: instant().defaultNow(),
  revision: integer(),
});

export const tally = pgTable(
  'tally',
  {
    workId: integer().notNull(),
    layerId: integer().notNull(),
    uid: text().notNull(),
    notes: integer().notNull(),
    kind: kind(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.layerId, table.uid, table.kind] })],
);

export const draft = pgTable(
  'draft',
  {
    personId: uuid().notNull(),
    place: text().notNull(),
    body: text().notNull(),
    layer: text({ enum: ['notebook', 'public'] }).notNull(),
    savedAt: instant().defaultNow(),
    writer: uuid()
      .notNull()
      .default(sql`'00000000-0000-0000-0000-000000000000'`),
    version: uuid().notNull().defaultRandom(),
    device: text().notNull().default(''),
    kind: kind(),
    tags: text().notNull().default(''),
    pointing: jsonb().$type<Pointing>(),
    begun: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.personId, table.place, table.writer] })],
);

export const publicNote = pgTable(
  'public_note',
  { workId: integer().notNull(), createdAt: instant(), annotationId: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.workId, table.createdAt, table.annotationId] })],
);

export const publicTally = pgTable(
  'public_tally',
  { workId: integer().notNull(), part: smallint().notNull(), notes: integer().notNull() },
  (table) => [primaryKey({ columns: [table.workId, table.part] })],
);

export const mention = pgTable(
  'mention',
  { annotationId: uuid().notNull(), personId: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.annotationId, table.personId] })],
);
