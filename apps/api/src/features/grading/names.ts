import { notFound } from '../../refusal.ts';
import type { GradedStudent, StudentRow } from './graded.ts';

/** Who a student is to the staff. */
export interface Shown {
  readonly student: string;
  readonly name: string;
  readonly handle: string;
}

export function shownAs(row: StudentRow, named: boolean): Shown {
  if (named) return { student: row.id, name: row.name, handle: row.handle };
  // Who has gone took their pseudonym along.
  if (row.aliasId === null || row.alias === null)
    return { student: row.resultId ?? row.id, name: '', handle: '' };
  return { student: row.aliasId, name: row.alias, handle: '' };
}

/** By the names that are shown: the order of hidden ones would tell them. */
export function inOrder(
  students: readonly GradedStudent[],
  named: boolean,
): readonly GradedStudent[] {
  if (named) return students;
  const name = ({ row }: GradedStudent): string => shownAs(row, false).name;
  return students.toSorted((one, other) => (name(one) < name(other) ? -1 : 1));
}

/** A student by the id under which they are shown; a pseudonym leads on after names are told. */
export function studentIn(
  students: readonly GradedStudent[],
  key: string,
  named: boolean,
): GradedStudent {
  const found = students.find(
    ({ row }) => row.aliasId === key || (row.id === key && shownAs(row, named).student === key),
  );
  if (found === undefined) throw notFound();
  return found;
}
