import {
  timeliness,
  timesFor,
  type Actor,
  type AssignmentTimes,
  type ClassRole,
  type GateKind,
  type GateRule,
  type NameChoice,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { archived, isOutside } from '../classes/access.ts';
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

interface GroundRow
  extends Omit<Ground, 'gate' | 'times' | 'personId'>, AssignmentTimes, Record<string, unknown> {
  readonly gate: GateKind;
  readonly gateNotes: number | null;
  readonly gateAt: string | null;
  readonly ownDue: string | null;
  readonly ownClose: string | null;
}

function ruleOf({ gate, gateNotes, gateAt }: GroundRow): GateRule {
  switch (gate) {
    case 'count':
    case 'group-count':
      return { kind: gate, notes: gateNotes ?? 1 };
    case 'time':
      return { kind: gate, at: gateAt ?? '' };
    case 'none':
    case 'hand':
      return { kind: gate };
  }
}

/** 404 to whoever is not in the class, and of a draft to its students. */
export async function readGround(db: Db, id: string, personId: string): Promise<Ground> {
  const [row] = await db.rows<GroundRow>(groundOf, [id, personId]);
  if (row === undefined) throw notFound();
  const { opensAt, dueAt, closesAt, ownDue, ownClose } = row;
  const own = ownDue === null && ownClose === null ? null : { dueAt: ownDue, closesAt: ownClose };
  return {
    ...row,
    personId,
    group: row.group.length === 0 ? [personId] : row.group,
    gate: ruleOf(row),
    times: timesFor({ opensAt, dueAt, closesAt }, own),
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
