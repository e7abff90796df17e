import {
  limits,
  type GradeRow,
  type GradesView,
  type ReleaseTimeForm,
  type RubricForm,
} from '@glossator/contract';
import {
  assignmentRules,
  rubricError,
  staffKnowsNames,
  type Actor,
  type Rubric,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Transact } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { aboutAssignment, requireAssignment, type SeenAssignment } from '../assignments/access.ts';
import { ensureAliases } from '../assignments/alias.ts';
import type { TextStore } from '../works/text-store.ts';
import { gradeStudents, gradingOfAssignment, type GradedStudent } from './graded.ts';
import { inOrder, shownAs } from './names.ts';
import { lastRelease } from './result-statements.ts';
import { requireWithinKeep } from '../retention/keep.ts';
import * as statements from './statements.ts';

export interface GradingDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
}

/** The students of an assignment, by the names that the staff may know. */
export async function studentsOf(db: Db, seen: SeenAssignment) {
  const named = staffKnowsNames(seen);
  if (!named) await ensureAliases(db, seen.id);
  const { grading, students } = await gradeStudents(db, seen);
  return { named, grading, students: inOrder(students, named) };
}

export const headOf = ({ id, classId, title, zone }: SeenAssignment, named: boolean) => ({
  id,
  class: classId,
  title,
  zone,
  named,
});

export function abilitiesOf(seen: SeenAssignment) {
  const about = aboutAssignment(seen);
  return { grade: assignmentRules.grade(about), release: assignmentRules.release(about) };
}

export function rowOf({ row, notes, grade, state }: GradedStudent, named: boolean): GradeRow {
  return {
    ...shownAs(row, named),
    // Of a pseudonym it would tell who it is, where few have left.
    present: row.present || !named,
    notes: notes.filter(({ isWithdrawn }) => !isWithdrawn).length,
    counted: grade.count?.score.hundredths ?? null,
    judged: grade.rubric?.hundredths ?? null,
    isSet: grade.override !== null,
    total: grade.total,
    of: grade.of,
    state,
    released: row.released,
    seen: row.seen,
    contests: row.contests,
  };
}

export async function readGrades(
  { db }: GradingDeps,
  actor: Actor,
  id: string,
): Promise<GradesView> {
  const seen = await requireAssignment(db, actor, id, 'see-board');
  const { named, grading, students } = await studentsOf(db, seen);
  const [last] = await db.rows<{ name: string; at: string }>(lastRelease, [id]);
  return {
    ...headOf(seen, named),
    lastRelease: last ?? null,
    points: seen.rule.points,
    rubric: grading.rubric === null ? null : rubricView(grading.rubric),
    releaseAt: grading.releaseAt,
    released: seen.released,
    version: grading.version,
    students: students.map((each) => rowOf(each, named)),
    abilities: abilitiesOf(seen),
  };
}

export const rubricView = (rubric: Rubric) =>
  rubric.map(({ title, levels }) => ({ title, levels: levels.map((level) => ({ ...level })) }));

function acceptRubric(rubric: Rubric): Rubric {
  const error = rubricError(rubric);
  if (error !== null) throw new Refusal('rubric-malformed', `This is no rubric (${error}).`, error);
  return rubric.map(({ title, levels }) => ({
    title: acceptText(title.trim(), { field: 'The title', max: limits.rubricTitle }),
    levels: levels.map(({ words, hundredths }) => ({
      words:
        words.trim() === ''
          ? ''
          : acceptText(words.trim(), { field: 'The words of a level', max: limits.rubricWords }),
      hundredths,
    })),
  }));
}

const stale = (): Refusal =>
  new Refusal('grade-stale', 'Somebody has changed this since you read it; read it again.');

/** Whoever was judged already keeps the rubric they were judged by. */
export async function changeRubric(
  deps: GradingDeps,
  actor: Actor,
  id: string,
  { rubric, version }: RubricForm,
): Promise<GradesView> {
  const seen = await requireAssignment(deps.db, actor, id, 'release');
  const accepted = rubric === null ? null : JSON.stringify(acceptRubric(rubric));
  await deps.transact(async (db) => {
    const changed = await db.rows(statements.changeRubric, [id, accepted, version]);
    if (changed.length === 0) throw stale();
    await tellEvents(db, id, seen.personId, [null], 'rubric-changed');
  });
  return readGrades(deps, actor, id);
}

export async function changeReleaseTime(
  deps: GradingDeps,
  actor: Actor,
  id: string,
  { at, version }: ReleaseTimeForm,
): Promise<GradesView> {
  const seen = await requireAssignment(deps.db, actor, id, 'release');
  if (at !== null && Date.parse(at) <= Date.parse(seen.now))
    throw new Refusal('release-past', 'This time has passed; choose one to come, or release now.');
  await deps.transact(async (db) => {
    const changed = await db.rows(statements.changeReleaseTime, [id, at, version]);
    if (changed.length === 0) throw stale();
    await requireWithinKeep(db, seen.classId);
    await tellEvents(db, id, seen.personId, [null], 'release-set', { at });
  });
  return readGrades(deps, actor, id);
}

export { gradingOfAssignment, stale };

/** What the staff did about these students; null: about all. */
export async function tellEvents(
  db: Db,
  assignment: string,
  actor: string | null,
  about: readonly (string | null)[],
  what: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const ids = about.map(() => uuidv7());
  const values = [assignment, actor, about, what, JSON.stringify(detail), ids];
  await db.rows(statements.tellEvents, values);
}
