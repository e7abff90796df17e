import {
  allCaseActions,
  caseKinds,
  caseStates,
  holdModes,
  waitingStates,
  type CaseCause,
} from '@glossator/domain';
import {
  boolean,
  bigint,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { kind, tags } from './note-columns.ts';

/* The tables of moderation, as queries see them; see schema.ts. */

const at = () => timestamp({ withTimezone: true });
const instant = () => at().notNull();

export const proposedRevision = pgTable('proposed_revision', {
  annotationId: uuid().primaryKey(),
  authorId: uuid().notNull(),
  over: integer().notNull(),
  number: integer().notNull().default(1),
  state: text({ enum: [...waitingStates] })
    .notNull()
    .default('held'),
  body: text().notNull(),
  html: text().notNull(),
  renderer: smallint().notNull(),
  seen: text().array().notNull(),
  kind: kind(),
  tags: tags(),
  said: jsonb(),
  writtenAt: instant().defaultNow(),
});

export const decisionMail = pgTable('decision_mail', {
  mailId: uuid().primaryKey(),
  decisionId: uuid().notNull(),
});

export const holdRule = pgTable('hold_rule', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  workId: integer().notNull(),
  fromUid: text(),
  toUid: text(),
  mode: text({ enum: [...holdModes] }).notNull(),
  newcomerNotes: smallint().notNull().default(3),
  newcomerLinks: smallint().notNull().default(2),
  maxLinks: smallint().notNull().default(10),
  maxLength: smallint().notNull().default(8_000),
  refusalPercent: smallint().notNull().default(30),
  version: integer().notNull().default(1),
  changedBy: uuid(),
  changedAt: instant().defaultNow(),
});

export const wordList = pgTable('word_list', {
  id: uuid().primaryKey(),
  workId: integer(),
  name: text().notNull(),
  words: text().array().notNull(),
  isTold: boolean().notNull(),
  holdsInPublish: boolean().notNull(),
  version: integer().notNull().default(1),
  changedAt: instant().defaultNow(),
  changedBy: uuid(),
});

export const alwaysHeld = pgTable('always_held', {
  personId: uuid().notNull(),
  workId: integer(),
  givenBy: uuid().notNull(),
  givenAt: instant().defaultNow(),
});

export const moderationCase = pgTable('moderation_case', {
  id: uuid().primaryKey(),
  workId: integer().notNull(),
  annotationId: uuid().notNull(),
  authorId: uuid().notNull(),
  kind: text({ enum: [...caseKinds] }).notNull(),
  state: text({ enum: [...caseStates] })
    .notNull()
    .default('open'),
  version: integer().notNull().default(1),
  priority: smallint().notNull(),
  causes: jsonb().$type<readonly CaseCause[]>().notNull().default([]),
  openedAt: instant().defaultNow(),
  endedAt: at(),
  claimedBy: uuid(),
  claimedUntil: at(),
  groupKey: uuid(),
});

export const caseGroup = pgTable('case_group', {
  key: uuid().primaryKey(),
  workId: integer().notNull(),
  founder: uuid().notNull(),
  fingerprint: integer().array().notNull(),
  version: smallint().notNull(),
  isShared: boolean().notNull().default(false),
  madeAt: instant().defaultNow(),
});

export const caseGroupBand = pgTable(
  'case_group_band',
  { workId: integer().notNull(), band: text().notNull(), key: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.workId, table.band, table.key] })],
);

export const decision = pgTable('decision', {
  id: uuid().primaryKey(),
  caseId: uuid().notNull(),
  annotationId: uuid().notNull(),
  authorId: uuid().notNull(),
  actorId: uuid().notNull(),
  action: text({ enum: [...allCaseActions] as [string, ...string[]] }).notNull(),
  revision: integer().notNull(),
  before: text().notNull(),
  after: text().notNull(),
  reason: text().notNull().default(''),
  words: text().notNull().default(''),
  batchId: uuid(),
  at: instant().defaultNow(),
  dueAt: instant(),
  toldAt: at(),
  undoneAt: at(),
  undoneBy: uuid(),
  logSeq: bigint({ mode: 'number' }).notNull(),
});

export const caseFilter = pgTable('case_filter', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  name: text().notNull(),
  query: text().notNull(),
  madeAt: instant().defaultNow(),
});

export const readyReply = pgTable('ready_reply', {
  id: uuid().primaryKey(),
  personId: uuid().notNull(),
  name: text().notNull(),
  words: text().notNull(),
  madeAt: instant().defaultNow(),
});
