import {
  timeliness,
  timesFor,
  type Actor,
  type AssignmentTimes,
  type ClassRole,
  type GateRule,
  type NameChoice,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { extensionOf, gateOf } from '../assignments/access.ts';
import { archived, isOutside, refuseErased } from '../classes/access.ts';
import { groundOf } from './statements.ts';

/** An assignment as one of its class writes in it. */
export interface Ground {
  readonly id: string;
  readonly classId: string;
  readonly workId: number;
  readonly work: string;
  readonly personId: string;
  readonly role: ClassRole;
  readonly isArchived: boolean;
  readonly isErased: boolean;
  readonly gate: GateRule;
  readonly leastLength: number;
  /** As they hold for this person. */
  readonly times: AssignmentTimes;
  readonly names: NameChoice;
  readonly now: string;
  readonly clauses: readonly string[];
  readonly open: readonly string[];
  /** The students of their group, themselves among them; themselves alone where they are in none. */
  readonly group: readonly string[];
}

type GroundRow = Omit<Ground, 'gate' | 'times' | 'personId'> &
  AssignmentTimes &
  Parameters<typeof gateOf>[0] &
  Parameters<typeof extensionOf>[0] &
  Record<string, unknown>;

/** 404 to whoever is not in the class, and of a draft to its students. */
export async function readGround(db: Db, id: string, personId: string): Promise<Ground> {
  const [row] = await db.rows<GroundRow>(groundOf, [id, personId]);
  if (row === undefined || row.isErased) await refuseErased(db, id);
  if (row === undefined) throw notFound();
  const { opensAt, dueAt, closesAt } = row;
  return {
    ...row,
    personId,
    group: row.group.length === 0 ? [personId] : row.group,
    gate: gateOf(row),
    times: timesFor({ opensAt, dueAt, closesAt }, extensionOf(row)),
  };
}

/** Who asks: a program comes into no class, and a session for one class into no other. */
export interface Asker {
  readonly actor: Actor;
  readonly scope?: Viewer['scope'];
}

/** The same as somebody asks for it. */
export async function groundFor(db: Db, id: string, { actor, scope }: Asker): Promise<Ground> {
  const ground = await readGround(db, id, requireMember(actor));
  if (scope !== undefined || isOutside(actor, ground.classId)) throw notFound();
  return ground;
}

export const isStudent = ({ role }: Pick<Ground, 'role'>): boolean => role === 'student';

/** Throws where nothing may be written now. The staff writes until the class is archived. */
export function requireWritable(ground: Ground): void {
  if (ground.isArchived) throw archived();
  requireBegun(ground);
  if (!isStudent(ground)) return;
  switch (timeliness(ground.times, ground.now)) {
    case 'closed':
      throw closed(ground.times.closesAt);
    case 'early':
    case 'on-time':
    case 'late':
  }
}

/** Before it opens students read nothing of it, not what they would have written either. */
export function requireBegun(ground: Ground): void {
  if (isStudent(ground) && timeliness(ground.times, ground.now) === 'early')
    throw new Refusal('assignment-early', 'This assignment has not opened yet.', {
      opens: ground.times.opensAt,
    });
}

export const closed = (at: string | null): Refusal =>
  new Refusal('assignment-closed', 'This assignment has closed; keep your text elsewhere.', {
    closed: at,
  });
