import { gateCause, type StudentNote } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { holdOf } from '../assignments/hold.ts';
import { settleTime as settle } from '../assignments/settle.ts';
import { isStudent, readGround, type Ground } from './ground.ts';
import { openClauses } from './open.ts';
import { assignmentOfNote, firstNotes, hold, openTo } from './statements.ts';

/* What opens to whom: asked by the transaction that writes, so that no note is there unjudged. */

/** Whose notes are judged together. */
const peers = ({ gate, group, personId }: Ground): readonly string[] =>
  gate.kind === 'group-count' ? group : [personId];

/** Held by whoever writes, before anything is read that is judged. */
export async function holdGate(db: Db, ground: Ground): Promise<void> {
  const [first] = peers(ground).toSorted();
  const name = holdOf(ground.id);
  await db.rows(hold, [name, `${name} ${first ?? ''}`]);
}

/** Judges the clauses of a note that was just written, for its author and whom it counts for. */
export async function judgeGate(db: Db, ground: Ground, clauses: readonly string[]): Promise<void> {
  const { gate, leastLength, now } = ground;
  if (gate.kind !== 'count' && gate.kind !== 'group-count') return;
  const students = peers(ground);
  const notes = await db.rows<StudentNote & Record<string, unknown>>(firstNotes, [
    ground.id,
    students,
  ]);
  const open = await db.rows<{ student: string; uid: string }>(openTo, [ground.id, students]);
  const isOpen = new Set(open.map(({ student, uid }) => `${student} ${uid}`));
  for (const student of students) {
    const causes = clauses
      .filter((clause) => !isOpen.has(`${student} ${clause}`))
      .flatMap((clause) => {
        const asked = { clause, student, notes, leastLength, byHand: false, now };
        const cause = gateCause(gate, { ...asked, group: ground.group });
        return cause === null ? [] : [{ clause, cause }];
      });
    const [first] = causes;
    if (first === undefined) continue;
    const opening = causes.map(({ clause }) => clause);
    await openClauses(db, ground.id, opening, [student], first.cause);
  }
}

/** Of a note that lies on the desk of a student; null of any other. */
async function groundOfNote(db: Db, id: string): Promise<Ground | null> {
  const [note] = await db.rows<{ assignment: string; authorId: string }>(assignmentOfNote, [id]);
  if (note === undefined) return null;
  const ground = await readGround(db, note.assignment, note.authorId);
  return isStudent(ground) ? ground : null;
}

/**
 * Held by whoever changes a note, before its row is locked: whoever opens clauses holds the gate first
 * and hands notes in after that, and the two would wait for each other.
 */
export async function holdNote(db: Db, id: string): Promise<void> {
  const ground = await groundOfNote(db, id);
  if (ground !== null) await holdGate(db, ground);
}

/** The same after one's own note got other words, or was brought back. With its gate held. */
export async function judgeNote(db: Db, id: string): Promise<void> {
  const ground = await groundOfNote(db, id);
  if (ground !== null) await judgeGate(db, ground, ground.clauses);
}

/**
 * Opens to somebody what time has opened, where nobody has yet; true where something did. In a
 * transaction before `holdGate`: it holds the assignment alone.
 */
export async function settleTime(db: Db, ground: Ground): Promise<boolean> {
  const { id, gate, now, clauses, open, personId } = ground;
  if (gate.kind !== 'time' || !isStudent(ground) || now < gate.at) return false;
  return open.length < clauses.length && settle(db, id, personId);
}
