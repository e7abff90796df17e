import type { ClassGrades, ClassGradesCell, ClassGradesQuery } from '@glossator/contract';
import { averagesOf, timeliness, type Actor, type Got } from '@glossator/domain';
import { requireInClass } from '../classes/access.ts';
import type { GradedStudent } from './graded.ts';
import { booksOf, type BookColumn, type BookPerson } from './gradebook.ts';
import type { GradingDeps } from './overview.ts';
import { groupsOfBook } from './statements.ts';

/** Students whose row is drawn at once, as on a board. */
const rows = 50;

interface Group extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly students: readonly string[];
}

const isLate = ({ times }: GradedStudent, at: string): boolean =>
  ['late', 'closed'].includes(timeliness(times, at));

function cellOf(one: GradedStudent): ClassGradesCell {
  const { row, notes, grade, state } = one;
  const { total, of, override } = row.told ?? grade;
  const standing = notes.filter(({ isWithdrawn }) => !isWithdrawn);
  return {
    total,
    of,
    isSet: override !== null,
    state,
    released: row.released,
    notes: standing.length,
    late: standing.filter(({ writtenAt }) => isLate(one, writtenAt)).length,
    contests: row.contests,
  };
}

const sumOf = (all: readonly Got[]): Got => ({
  total: all.reduce((sum, { total }) => sum + total, 0),
  of: all.reduce((sum, { of }) => sum + of, 0),
});

function columnOf(
  { id, title, hidden, told, students }: BookColumn,
  people: readonly BookPerson[],
) {
  const results = people.flatMap(({ student }) => students.get(student)?.row.told ?? []);
  return {
    id,
    title,
    hidden,
    told: hidden ? told : results.length,
    averages: averagesOf(results),
  };
}

function lineOf(person: BookPerson, group: string | null, columns: readonly BookColumn[]) {
  const results = columns.map(({ students }) => {
    const one = students.get(person.student);
    return one === undefined ? null : cellOf(one);
  });
  const all = results.flatMap((each) => each ?? []);
  return {
    ...person,
    group,
    results,
    told: sumOf(all.filter(({ released }) => released !== null)),
    all: sumOf(all),
  };
}

/** The books of a class as they are looked at: all are counted, and some drawn. */
export async function readClassGrades(
  { db }: GradingDeps,
  actor: Actor,
  id: string,
  { page = 1, order = 'name', group }: ClassGradesQuery,
): Promise<ClassGrades> {
  await requireInClass(db, actor, id, 'see-people');
  const [{ columns, people }, groups] = await Promise.all([
    booksOf(db, id),
    db.rows<Group>(groupsOfBook, [id]),
  ]);
  const place = new Map(groups.flatMap(({ students }, n) => students.map((each) => [each, n])));
  const groupOf = ({ student }: BookPerson): Group | undefined =>
    groups[place.get(student) ?? groups.length];
  const chosen = people.filter(
    (person) => group === undefined || group === (groupOf(person)?.id ?? 'none'),
  );
  const placeOf = ({ student }: BookPerson): number => place.get(student) ?? groups.length;
  const sorted = order === 'group' ? chosen.toSorted((a, b) => placeOf(a) - placeOf(b)) : chosen;
  const pages = Math.max(1, Math.ceil(sorted.length / rows));
  const shown = Math.min(page, pages);
  return {
    groups: groups.map(({ id: of, name }) => ({ id: of, name })),
    assignments: columns.map((column) => columnOf(column, chosen)),
    students: sorted
      .slice((shown - 1) * rows, shown * rows)
      .map((person) => lineOf(person, groupOf(person)?.name ?? null, columns)),
    count: people.length,
    chosen: chosen.length,
    page: shown,
    pages,
  };
}
