import {
  gradeOf,
  isFinished,
  judgeBy,
  timesFor,
  type AssignmentTimes,
  type Extension,
  type Grade,
  type JudgedCriterion,
  type Rubric,
  type WorkNote,
} from '@glossator/domain';
import { isDeepStrictEqual } from 'node:util';
import type { GradeState } from '@glossator/contract';
import type { Db } from '../../db/client.ts';
import type { SeenAssignment } from '../assignments/access.ts';
import { gradedStudents, gradingOf, studentNotes } from './statements.ts';

export interface Grading {
  readonly rubric: Rubric | null;
  readonly releaseAt: string | null;
  readonly version: number;
}

export interface NoteRow extends WorkNote, Record<string, unknown> {
  readonly thread: string;
  readonly from: string;
  readonly to: string;
}

export interface StudentRow extends Record<string, unknown> {
  readonly id: string;
  readonly present: boolean;
  readonly name: string;
  readonly handle: string;
  readonly aliasId: string | null;
  readonly alias: string | null;
  readonly ownDue: string | null;
  readonly ownCloses: string | null;
  readonly criteria: readonly JudgedCriterion[] | null;
  readonly setTo: number | null;
  readonly setFor: string | null;
  readonly comment: string;
  readonly version: number;
  readonly resultId: string | null;
  readonly told: Grade | null;
  readonly toldComment: string | null;
  readonly released: string | null;
  readonly seen: string | null;
  readonly contests: number;
}

/** A student of an assignment with what they would get now. */
export interface GradedStudent {
  readonly row: StudentRow;
  readonly notes: readonly NoteRow[];
  /** As they hold for them. */
  readonly times: AssignmentTimes;
  readonly grade: Grade;
  readonly state: GradeState;
}

export async function gradingOfAssignment(db: Db, id: string): Promise<Grading> {
  const [row] = await db.rows<Grading & Record<string, unknown>>(gradingOf, [id]);
  return row ?? { rubric: null, releaseAt: null, version: 0 };
}

/** As it would be frozen: what the database gives back is compared with it. */
export const frozen = (grade: Grade): Grade => JSON.parse(JSON.stringify(grade)) as Grade;

export function stateOf(row: StudentRow, grade: Grade): GradeState {
  if (row.told === null) return isFinished(grade) ? 'ready' : 'unfinished';
  const isSame = isDeepStrictEqual(row.told, frozen(grade)) && row.toldComment === row.comment;
  return isSame ? 'released' : 'changed';
}

const criteriaOf = (
  { criteria }: StudentRow,
  { rubric }: Grading,
): readonly JudgedCriterion[] | null => criteria ?? (rubric === null ? null : judgeBy(rubric, []));

/** What each student of an assignment would get now, by name. */
export async function gradeStudents(
  db: Db,
  seen: Pick<SeenAssignment, 'id' | 'clauses' | 'times' | 'rule'>,
): Promise<{ readonly grading: Grading; readonly students: readonly GradedStudent[] }> {
  const [grading, rows] = await Promise.all([
    gradingOfAssignment(db, seen.id),
    db.rows<StudentRow>(gradedStudents, [seen.id]),
  ]);
  const values = [seen.id, rows.map(({ id }) => id), seen.rule.leastLength];
  const notesOf = Map.groupBy(
    await db.rows<NoteRow>(studentNotes, values),
    ({ authorId }) => authorId,
  );
  return {
    grading,
    students: rows.map((row) => {
      const notes = notesOf.get(row.id) ?? [];
      const times = timesFor(seen.times, extensionOf(row));
      const grade = gradeRow(seen, row, notes, times, grading);
      return { row, notes, times, grade, state: stateOf(row, grade) };
    }),
  };
}

const extensionOf = ({ ownDue: dueAt, ownCloses: closesAt }: StudentRow): Extension | null =>
  dueAt === null && closesAt === null ? null : { dueAt, closesAt };

function gradeRow(
  seen: Pick<SeenAssignment, 'clauses' | 'rule'>,
  row: StudentRow,
  notes: readonly NoteRow[],
  times: AssignmentTimes,
  grading: Grading,
): Grade {
  // Of who has gone there is what they were told, and nothing to count it from.
  if (!row.present && row.told !== null) return row.told;
  return gradeOf({
    rule: seen.rule,
    clauses: seen.clauses,
    // Only what is counted is frozen: where a note stands is found anew.
    notes,
    times,
    criteria: criteriaOf(row, grading),
    override: row.setTo === null ? null : { hundredths: row.setTo, reason: row.setFor ?? '' },
  });
}
