import type { AssignmentStudent, AssignmentStudents } from '@glossator/contract';
import { staffKnowsNames, type Actor, type Extension } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import {
  extensionOf,
  requireAssignment,
  type AssignmentRow,
  type SeenAssignment,
} from './access.ts';
import { ensureAliases } from './alias.ts';
import type { AssignmentDeps } from './assignments.ts';
import { studentsOf } from './student-statements.ts';

interface StudentRow
  extends Pick<AssignmentRow, 'isExtended' | 'ownDue' | 'ownCloses'>, Record<string, unknown> {
  readonly personId: string;
  readonly name: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly aliasId: string | null;
  readonly alias: string | null;
}

/** A student as the staff is told of them, and who it is: that never leaves. */
export interface ToldStudent extends AssignmentStudent {
  readonly personId: string;
  /** What they were given, whatever is told of it. */
  readonly given: Extension | null;
}

function blinded(seen: SeenAssignment, row: StudentRow): ToldStudent {
  const name = row.alias ?? '';
  return {
    personId: row.personId,
    given: extensionOf(row),
    id: row.aliasId ?? '',
    name,
    pseudonym: name,
    // Where they read by groups the groups stand beside the notes; elsewhere they would tell who it is.
    group: seen.byGroups ? groupOf(row) : null,
    extension: null,
  };
}

const groupOf = ({ groupId, groupName }: StudentRow): AssignmentStudent['group'] =>
  groupId === null || groupName === null ? null : { id: groupId, name: groupName };

/** All of the class, by the name that is told. */
export async function toldStudents(db: Db, seen: SeenAssignment): Promise<readonly ToldStudent[]> {
  if (seen.names !== 'real') await ensureAliases(db, seen.id);
  const rows = await db.rows<StudentRow>(studentsOf, [seen.id]);
  if (!staffKnowsNames(seen))
    // The order of their real names would tell them.
    return rows.map((row) => blinded(seen, row)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return rows.map((row) => ({
    personId: row.personId,
    given: extensionOf(row),
    id: row.personId,
    name: row.name,
    pseudonym: seen.names === 'real' ? null : row.alias,
    group: groupOf(row),
    extension: row.isExtended ? { due: row.ownDue, closes: row.ownCloses } : null,
  }));
}

/** Who is meant by an id as `toldStudents` tells it; null where there is none. */
export async function personTold(db: Db, seen: SeenAssignment, id: string): Promise<string | null> {
  const told = await toldStudents(db, seen);
  return told.find((student) => student.id === id)?.personId ?? null;
}

export async function listStudents(
  { db }: AssignmentDeps,
  actor: Actor,
  id: string,
): Promise<AssignmentStudents> {
  const seen = await requireAssignment(db, actor, id, 'see-board');
  const told = await toldStudents(db, seen);
  return { items: told.map(({ personId: _, given: __, ...student }) => student) };
}
