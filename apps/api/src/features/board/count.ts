import type { Board, BoardStudent } from '@glossator/contract';
import {
  addCounts,
  countStudent,
  hasCounts,
  noCounts,
  timesFor,
  type AssignmentTimes,
  type BoardCounts,
  type BoardNote,
} from '@glossator/domain';
import type { SeenAssignment } from '../assignments/access.ts';

export interface StudentRow extends Record<string, unknown> {
  readonly personId: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly handle: string | null;
  readonly group: string | null;
  readonly isExtended: boolean;
  readonly ownDue: string | null;
  readonly ownCloses: string | null;
}
export interface NoteRow extends BoardNote, Record<string, unknown> {
  readonly day: string;
}

/** A student with what they did. */
export interface Counted {
  readonly row: StudentRow;
  readonly times: AssignmentTimes;
  readonly notes: readonly NoteRow[];
  readonly clauses: ReadonlyMap<string, BoardCounts>;
  readonly all: BoardCounts;
  readonly last: string | null;
}
/** When each clause opened, by student and uid. */
export type Openings = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function countAll(
  { gate, rule, times }: SeenAssignment,
  students: readonly StudentRow[],
  notes: readonly NoteRow[],
  openings: Openings,
): Counted[] {
  const byAuthor = Map.groupBy(notes, ({ authorId }) => authorId);
  return students.map((row) => {
    const own = byAuthor.get(row.personId) ?? [];
    const extension = row.isExtended ? { dueAt: row.ownDue, closesAt: row.ownCloses } : null;
    const held = timesFor(times, extension);
    const opened = openings.get(row.personId) ?? new Map<string, string>();
    const counted = countStudent(
      { gate: gate.kind, leastLength: rule.leastLength, times: held },
      own,
      opened,
    );
    const last = own.reduce<string | null>(
      (latest, { writtenAt }) => (latest === null || writtenAt > latest ? writtenAt : latest),
      null,
    );
    return { row, times: held, notes: own, ...counted, last };
  });
}

export const sumOf = (students: readonly Counted[]): BoardCounts =>
  students.reduce((sum, { all }) => addCounts(sum, all), noCounts);

/** As the board tells one; null for whoever has no name to be told by. */
export function presentStudent(
  { row, clauses, all, last }: Counted,
  places: ReadonlyMap<string, number>,
  open: readonly string[],
): BoardStudent | null {
  if (row.id === null || row.name === null) return null;
  const at = (uid: string): number[] => {
    const place = places.get(uid);
    return place === undefined ? [] : [place];
  };
  const cells = [...clauses]
    .filter(([, counted]) => hasCounts(counted))
    .flatMap(([uid, counted]) => at(uid).map((clause) => ({ clause, ...counted })));
  return {
    id: row.id,
    name: row.name,
    handle: row.handle,
    group: row.group,
    ...all,
    covered: cells.filter(({ notes }) => notes > 0).length,
    last,
    cells: cells.sort((a, b) => a.clause - b.clause),
    open: open.flatMap(at).sort((a, b) => a - b),
  };
}

/** What counts, by day. */
export function postsByDay(
  { gate, rule }: SeenAssignment,
  students: readonly Counted[],
): Board['posts'] {
  const days = new Map<string, BoardCounts>();
  for (const { notes, times } of students)
    for (const note of notes.filter(({ isWithdrawn }) => !isWithdrawn)) {
      const asked = { gate: gate.kind, leastLength: rule.leastLength, times };
      const { all } = countStudent(asked, [note], new Map());
      days.set(note.day, addCounts(days.get(note.day) ?? noCounts, all));
    }
  return [...days]
    .map(([day, { notes, replies, late }]) => ({ day, notes, replies, late }))
    .filter(({ notes, replies }) => notes + replies > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
