import type { Grade, JudgedCriterion, Rubric } from '@glossator/domain';
import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/* What students get, as queries see it; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });

export const assignmentGrading = pgTable('assignment_grading', {
  assignmentId: uuid().primaryKey(),
  rubric: jsonb().$type<Rubric>(),
  releaseAt: instant(),
  version: integer().notNull().default(1),
});

export const grade = pgTable(
  'grade',
  {
    assignmentId: uuid().notNull(),
    personId: uuid().notNull(),
    rubric: jsonb().$type<readonly JudgedCriterion[]>(),
    setHundredths: integer(),
    setReason: text().notNull().default(''),
    comment: text().notNull().default(''),
    version: integer().notNull().default(1),
    changedAt: instant().notNull().defaultNow(),
  },
  ({ assignmentId, personId }) => [primaryKey({ columns: [assignmentId, personId] })],
);

export const gradeResult = pgTable('grade_result', {
  id: uuid().primaryKey(),
  assignmentId: uuid().notNull(),
  personId: uuid().notNull(),
  name: text().notNull(),
  grade: jsonb().$type<Grade>().notNull(),
  comment: text().notNull().default(''),
  cause: text({ enum: ['released', 'contested'] }).notNull(),
  releasedAt: instant().notNull().defaultNow(),
  seenAt: instant(),
  readAt: instant(),
  mailAt: instant(),
  endedAt: instant(),
  endedBy: text({ enum: ['undone', 'replaced'] }),
});

export const gradeContest = pgTable('grade_contest', {
  id: uuid().primaryKey(),
  resultId: uuid().notNull(),
  line: text().notNull(),
  words: text().notNull(),
  madeAt: instant().notNull().defaultNow(),
  answer: text({ enum: ['stands', 'changed'] }),
  answerWords: text().notNull().default(''),
  answeredAt: instant(),
});
