import type { Gradebook } from '@glossator/contract';
import { staffKnowsNames, type Actor } from '@glossator/domain';
import { byteOrderMark, csvRows } from '../../csv.ts';
import type { Db } from '../../db/client.ts';
import { requireAssignment, type SeenAssignment } from '../assignments/access.ts';
import { requireInClass } from '../classes/access.ts';
import { gradeStudents, type GradedStudent } from './graded.ts';
import { shownAs, type Shown } from './names.ts';
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

/** An assignment in the books of its class. */
export interface BookColumn {
  readonly id: string;
  readonly title: string;
  /** Graders are not told yet who wrote what: points beside names would tell them. */
  readonly hidden: boolean;
  /** How many were told a result. */
  readonly told: number;
  /** By person; of a hidden one nobody. */
  readonly students: ReadonlyMap<string, GradedStudent>;
}

export interface BookPerson extends Shown {
  readonly present: boolean;
}

/** All assignments of a class, and whoever has a line in its books, by name. */
export async function booksOf(
  db: Db,
  classId: string,
): Promise<{ readonly columns: readonly BookColumn[]; readonly people: readonly BookPerson[] }> {
  const people = new Map<string, BookPerson>();
  const columns: BookColumn[] = [];
  for (const { id, title } of await db.rows<{ id: string; title: string }>(assignmentsOfGradebook, [
    classId,
  ])) {
    const [it] = await db.rows<ToGrade & Record<string, unknown>>(assignmentToGrade, [id]);
    if (it === undefined) continue;
    const hidden = !staffKnowsNames(it);
    const { students } = await gradeStudents(db, it);
    // Of who has left there would be a line for nothing but a result that is not to be told by name.
    for (const { row } of students)
      if (row.present || !hidden)
        people.set(row.id, { ...shownAs(row, true), present: row.present });
    columns.push({
      id,
      title,
      hidden,
      told: students.filter(({ row }) => row.told !== null).length,
      students: new Map(hidden ? [] : students.map((one) => [one.row.id, one])),
    });
  }
  return {
    columns,
    people: [...people.values()].toSorted((one, other) => {
      const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
      return a === b ? (one.student < other.student ? -1 : 1) : a < b ? -1 : 1;
    }),
  };
}

export async function gradebookOfClass(
  { db }: GradingDeps,
  actor: Actor,
  id: string,
): Promise<Gradebook> {
  const { name } = await requireInClass(db, actor, id, 'see-people');
  const { columns, people } = await booksOf(db, id);
  return {
    class: { id, name },
    assignments: columns.map(({ id: assignment, title, hidden }) => ({
      id: assignment,
      title,
      hidden,
    })),
    students: people.map((person) => ({
      ...person,
      results: columns.map(({ students }) => {
        const one = students.get(person.student);
        return one === undefined ? null : resultOf(one);
      }),
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
