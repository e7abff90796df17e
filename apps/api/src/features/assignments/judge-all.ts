import {
  gateCause,
  opensNoLess,
  type GateCause,
  type GateRule,
  type StudentNote,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { openClauses } from '../gate/open.ts';
import type { Accepted } from './accept.ts';
import { groupsOfStudents, notesOfStudents, studentIds } from './student-statements.ts';

/**
 * Opens what a looser gate opens already by what has been written. Where there is none any more,
 * everything is opened: else what lies on desks would never be handed in.
 */
export async function openWhatIsEarned(
  db: Db,
  id: string,
  before: { readonly gate: GateRule; readonly leastLength: number },
  { gate, leastLength, clauses }: Pick<Accepted, 'gate' | 'leastLength' | 'clauses'>,
): Promise<void> {
  const isSame = opensNoLess(gate, before.gate) && leastLength === before.leastLength;
  if (isSame || gate.kind === 'time' || gate.kind === 'hand') return;
  const students = (await db.rows<{ id: string }>(studentIds, [id])).map((row) => row.id);
  if (gate.kind === 'none') {
    await openClauses(db, id, clauses, students, 'hand');
    return;
  }
  const notes = await db.rows<StudentNote & Record<string, unknown>>(notesOfStudents, [
    id,
    students,
  ]);
  const groups = await groupsIn(db, id);
  const onClause = Map.groupBy(
    notes.flatMap((note) => note.clauses.map((clause) => ({ clause, note }))),
    ({ clause }) => clause,
  );
  for (const [clause, places] of onClause) {
    const here = places.map(({ note }) => note);
    for (const student of new Set(here.map(({ authorId }) => authorId))) {
      const group = groups.get(student) ?? [student];
      const asked = { clause, student, group, notes: here, leastLength, byHand: false, now: '' };
      const cause: GateCause | null = gateCause(gate, asked);
      if (cause !== null) await openClauses(db, id, [clause], [student], cause);
    }
  }
}

async function groupsIn(db: Db, id: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.rows<{ student: string; group: string }>(groupsOfStudents, [id]);
  const members = Map.groupBy(rows, ({ group }) => group);
  return new Map(
    rows.map(({ student, group }) => [
      student,
      (members.get(group) ?? []).map((each) => each.student),
    ]),
  );
}
