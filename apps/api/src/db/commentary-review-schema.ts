import {
  commentaryDecisionKinds,
  commentaryStates,
  marginAudiences,
  marginRoles,
  nextReleases,
  recommendations,
  reviewerStates,
  roundNames,
  stepRoles,
} from '@glossator/domain';
import {
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

/* How a commentary is reviewed and decided on, as queries see it; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });
const state = () => text({ enum: [...commentaryStates] }).notNull();
const next = () => text({ enum: [...nextReleases] }).notNull();

export const commentarySubmission = pgTable('commentary_submission', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  n: integer().notNull(),
  note: text().notNull().default(''),
  front: jsonb().notNull(),
  submittedAt: instant().notNull().defaultNow(),
  items: jsonb().notNull().default([]),
});

export const submissionPart = pgTable(
  'submission_part',
  {
    submissionId: uuid().notNull(),
    n: integer().notNull(),
    partId: uuid().notNull(),
    revision: integer().notNull(),
  },
  ({ submissionId, n }) => [primaryKey({ columns: [submissionId, n] })],
);

export const commentaryRound = pgTable('commentary_round', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  n: integer().notNull(),
  submissionId: uuid().notNull(),
  names: text({ enum: [...roundNames] }).notNull(),
  dueOn: date(),
  openedAt: instant().notNull().defaultNow(),
  closedAt: instant(),
  cancelledAt: instant(),
});

export const commentaryReviewer = pgTable('commentary_reviewer', {
  id: uuid().primaryKey(),
  roundId: uuid().notNull(),
  n: smallint().notNull(),
  personId: uuid(),
  state: text({ enum: [...reviewerStates] }).notNull(),
  invitedAt: instant().notNull().defaultNow(),
  answeredAt: instant(),
  dueOn: date(),
  recommendation: text({ enum: [...recommendations] }),
  toEditor: text().notNull().default(''),
  toAuthors: text().notNull().default(''),
  recommendedAt: instant(),
});

export const commentaryDecision = pgTable('commentary_decision', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  n: integer().notNull(),
  kind: text({ enum: [...commentaryDecisionKinds] }).notNull(),
  fromState: state(),
  toState: state(),
  fromNext: next(),
  toNext: next(),
  roundId: uuid(),
  submissionId: uuid(),
  dueAt: instant(),
  actorId: uuid(),
  actorRole: text({ enum: [...stepRoles] }).notNull(),
  reason: text().notNull().default(''),
  message: text().notNull().default(''),
  undoOf: uuid(),
  decidedAt: instant().notNull().defaultNow(),
});

export const reviewThread = pgTable('review_thread', {
  id: uuid().primaryKey(),
  roundId: uuid().notNull(),
  partId: uuid().notNull(),
  revision: integer().notNull(),
  reviewerId: uuid(),
  audience: text({ enum: [...marginAudiences] }).notNull(),
  startAt: integer(),
  endAt: integer(),
  exact: text().notNull().default(''),
  prefix: text().notNull().default(''),
  suffix: text().notNull().default(''),
  settledAt: instant(),
});

export const reviewNote = pgTable('review_note', {
  id: uuid().primaryKey(),
  threadId: uuid().notNull(),
  n: integer().notNull(),
  roundId: uuid().notNull(),
  writtenAs: text({ enum: [...marginRoles] }).notNull(),
  authorId: uuid(),
  body: text().notNull(),
  version: integer().notNull().default(1),
  postKey: uuid().notNull(),
  toldAt: instant(),
  removedAt: instant(),
  writtenAt: instant().notNull().defaultNow(),
  changedAt: instant().notNull().defaultNow(),
});
