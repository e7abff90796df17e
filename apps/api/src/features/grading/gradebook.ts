import type { Gradebook } from '@glossator/contract';
import { staffKnowsNames, type Actor } from '@glossator/domain';
import { byteOrderMark, csvRows } from '../../csv.ts';
import { requireAssignment, type SeenAssignment } from '../assignments/access.ts';
import { requireInClass } from '../classes/access.ts';
import { gradeStudents, type GradedStudent } from './graded.ts';
import { shownAs } from './names.ts';
import { studentsOf, type GradingDeps } from './overview.ts';
import { assignmentToGrade } from './result-statements.ts';
import { assignmentsOfGradebook } from './statements.ts';

type Result = Gradebook['students'][number]['results'][number];

const points = (hundredths: number): number => hundredths / 100;

/** What they were told, and where that is nothing yet, what they would get. */
function resultOf({ row, grade }: GradedStudent): Result {
  const { total, of, count, rubric, override } = row.told ?? grade;
  return {
    points: points(total),
    of: points(of),
    counted: count === null ? null : points(count.score.hundredths),
    rubric: rubric === null ? null : points(rubric.hundredths),
    set: override !== null,
    released: row.released,
  };
}

/** One assignment, by the names that the staff may know. */
export async function gradebookOfAssignment(
  { db }: GradingDeps,
  actor: Actor,
  id: string,
): Promise<Gradebook> {
  const seen = await requireAssignment(db, actor, id, 'see-board');
  const { named, students } = await studentsOf(db, seen);
  return {
    class: { id: seen.classId, name: seen.className },
    assignments: [{ id, title: seen.title, hidden: false }],
    students: students.map((each) => ({
      ...shownAs(each.row, named),
      present: each.row.present,
      results: [resultOf(each)],
    })),
  };
}

type ToGrade = Pick<SeenAssignment, 'id' | 'clauses' | 'times' | 'rule' | 'names' | 'released'>;

/**
 * All assignments of a class. Where graders are not told yet who wrote what, points beside names would
 * tell them: that assignment has none.
 */
export async function gradebookOfClass(
  { db }: GradingDeps,
  actor: Actor,
  id: string,
): Promise<Gradebook> {
  const { name } = await requireInClass(db, actor, id, 'see-people');
  const assignments = await db.rows<{ id: string; title: string }>(assignmentsOfGradebook, [id]);
  const people = new Map<string, Omit<Gradebook['students'][number], 'results'>>();
  const columns: { hidden: boolean; results: Map<string, Result> }[] = [];
  for (const each of assignments) {
    const [it] = await db.rows<ToGrade & Record<string, unknown>>(assignmentToGrade, [each.id]);
    if (it === undefined) continue;
    const hidden = !staffKnowsNames(it);
    const { students } = await gradeStudents(db, it);
    for (const { row } of students)
      people.set(row.id, { ...shownAs(row, true), present: row.present });
    const results = hidden ? [] : students.map((one) => [one.row.id, resultOf(one)] as const);
    columns.push({ hidden, results: new Map(results) });
  }
  return {
    class: { id, name },
    assignments: assignments.map((each, n) => ({ ...each, hidden: columns[n]?.hidden ?? true })),
    students: [...people.values()]
      .toSorted((one, other) => {
        const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
        return a === b ? (one.student < other.student ? -1 : 1) : a < b ? -1 : 1;
      })
      .map((person) => ({
        ...person,
        results: columns.map(({ results }) => results.get(person.student) ?? null),
      })),
  };
}

const parts = ['points', 'of', 'counted', 'rubric', 'set', 'released'] as const;

/** One row for each student; for each assignment the same columns, numbered, whatever it is called. */
export function gradebookCsv({ assignments, students }: Gradebook): string {
  const header = assignments.flatMap(({ title }, n) =>
    parts.map((part) => `${String(n + 1)} ${title} · ${part}`),
  );
  const cells = (result: Result): (string | number)[] =>
    parts.map((part) => {
      const value = result?.[part] ?? '';
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
    });
  const rows = students.map(({ name, handle, student, present, results }) => [
    name,
    handle,
    student,
    present ? 'yes' : 'no',
    ...results.flatMap(cells),
  ]);
  return byteOrderMark + csvRows([['name', 'handle', 'student', 'in_class', ...header], ...rows]);
}
