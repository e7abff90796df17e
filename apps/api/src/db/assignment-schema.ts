import { classNewsKinds } from '@glossator/contract';
import { gateKinds, nameChoices } from '@glossator/domain';
import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/* What classes are set, as queries see it; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });

export const assignment = pgTable('assignment', {
  id: uuid().primaryKey(),
  classId: uuid().notNull(),
  workId: integer().notNull(),
  title: text().notNull(),
  question: text().notNull().default(''),
  languages: text().array().notNull(),
  opensAt: instant().notNull(),
  dueAt: instant(),
  closesAt: instant(),
  gate: text({ enum: [...gateKinds] }).notNull(),
  gateNotes: integer(),
  gateAt: instant(),
  byGroups: boolean().notNull().default(false),
  leastLength: integer().notNull(),
  notes: integer().notNull(),
  replies: integer().notNull(),
  per: text({ enum: ['clause', 'assignment'] }).notNull(),
  coverage: integer().notNull(),
  how: text({ enum: ['scaled', 'all-or-nothing'] }).notNull(),
  late: text({ enum: ['counted', 'left-out'] }).notNull(),
  points: integer().notNull(),
  names: text({ enum: [...nameChoices] }).notNull(),
  version: integer().notNull().default(1),
  madeAt: instant().notNull().defaultNow(),
  publishedAt: instant(),
  releasedAt: instant(),
  gateSettled: boolean().notNull().default(false),
});

export const assignmentRange = pgTable(
  'assignment_range',
  {
    assignmentId: uuid().notNull(),
    n: smallint().notNull(),
    fromUid: text().notNull(),
    toUid: text().notNull(),
  },
  ({ assignmentId, n }) => [primaryKey({ columns: [assignmentId, n] })],
);

export const assignmentClause = pgTable(
  'assignment_clause',
  { assignmentId: uuid().notNull(), uid: text().notNull(), n: integer().notNull() },
  ({ assignmentId, uid }) => [primaryKey({ columns: [assignmentId, uid] })],
);

export const assignmentExtension = pgTable(
  'assignment_extension',
  {
    assignmentId: uuid().notNull(),
    personId: uuid().notNull(),
    dueAt: instant(),
    closesAt: instant(),
    givenAt: instant().notNull().defaultNow(),
  },
  ({ assignmentId, personId }) => [primaryKey({ columns: [assignmentId, personId] })],
);

export const assignmentOpening = pgTable(
  'assignment_opening',
  {
    assignmentId: uuid().notNull(),
    uid: text().notNull(),
    personId: uuid().notNull(),
    cause: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  ({ assignmentId, uid, personId }) => [primaryKey({ columns: [assignmentId, personId, uid] })],
);

export const assignmentAlias = pgTable(
  'assignment_alias',
  {
    assignmentId: uuid().notNull(),
    personId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
  },
  ({ assignmentId, personId }) => [primaryKey({ columns: [assignmentId, personId] })],
);

export const classEvent = pgTable('class_event', {
  id: uuid().primaryKey(),
  classId: uuid().notNull(),
  assignmentId: uuid(),
  actorId: uuid(),
  aboutId: uuid(),
  what: text().notNull(),
  detail: jsonb().notNull().default({}),
  at: instant().notNull().defaultNow(),
});

export const classGroupPast = pgTable(
  'class_group_past',
  { groupId: uuid().notNull(), personId: uuid().notNull() },
  ({ groupId, personId }) => [primaryKey({ columns: [personId, groupId] })],
);

export const classNews = pgTable(
  'class_news',
  {
    personId: uuid().notNull(),
    assignmentId: uuid().notNull(),
    kind: text({ enum: [...classNewsKinds] }).notNull(),
    at: instant().notNull().defaultNow(),
    readAt: instant(),
    mailAt: instant(),
  },
  ({ personId, assignmentId, kind }) => [primaryKey({ columns: [personId, assignmentId, kind] })],
);
