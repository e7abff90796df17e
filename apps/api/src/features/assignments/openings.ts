import type { OpeningForm, Openings, OpeningsMade } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { openClauses } from '../gate/open.ts';
import { workAround } from '../works/text-store.ts';
import { requireAssignment, type SeenAssignment } from './access.ts';
import type { AssignmentDeps } from './assignments.ts';
import { logEvent } from './events.ts';
import { holdAll } from './hold.ts';
import { openedNow, openingsOf } from './student-statements.ts';
import { toldStudents, type ToldStudent } from './students.ts';

export async function listOpenings(
  { db, texts }: AssignmentDeps,
  actor: Actor,
  id: string,
): Promise<Openings> {
  const seen = await requireAssignment(db, actor, id, 'see-board');
  const { structure } = await workAround(texts, seen.work);
  const students = (await toldStudents(db, seen)).length;
  const rows = await db.rows<{ uid: string; open: number; byHand: number }>(openingsOf, [id]);
  const byUid = new Map(rows.map((row) => [row.uid, row]));
  return {
    students,
    clauses: seen.clauses.map((uid) => ({
      uid,
      path: structure.byUid.get(uid)?.path ?? uid,
      open: seen.gate.kind === 'none' ? students : (byUid.get(uid)?.open ?? 0),
      byHand: byUid.get(uid)?.byHand ?? 0,
    })),
  };
}

async function clausesMeant(
  { texts }: AssignmentDeps,
  seen: SeenAssignment,
  names: OpeningForm['clauses'],
): Promise<readonly string[]> {
  if (names === 'all') return seen.clauses;
  const { structure } = await workAround(texts, seen.work);
  const byPath = new Map(seen.clauses.map((uid) => [structure.byUid.get(uid)?.path ?? uid, uid]));
  return names.map((name) => {
    const uid = seen.clauses.includes(name) ? name : byPath.get(name);
    if (uid === undefined)
      throw new Refusal('clause-elsewhere', `${name} is no clause of this assignment.`);
    return uid;
  });
}

function studentsMeant(
  told: readonly ToldStudent[],
  to: OpeningForm['to'],
): readonly ToldStudent[] {
  if (to.kind === 'all') return told;
  if (to.kind === 'group') {
    const inGroup = told.filter(({ group }) => group?.id === to.group);
    if (inGroup.length === 0)
      throw new Refusal('group-unknown', 'No student of the class is in this group.');
    return inGroup;
  }
  const byId = new Map(told.map((student) => [student.id, student]));
  return [...new Set(to.students)].map((id) => {
    const student = byId.get(id);
    if (student === undefined)
      throw new Refusal('person-unknown', 'One of these is no student of the class.');
    return student;
  });
}

async function open(
  db: Db,
  seen: SeenAssignment,
  clauses: readonly string[],
  who: readonly string[],
) {
  const students = await openClauses(db, seen.id, clauses, who, 'hand');
  const [made] = await db.rows<{ clauses: number; students: number }>(openedNow, [seen.id]);
  return { students, made };
}

/** Opens clauses to students before their gate does. It is never taken back: nobody can unread. */
export async function openByHand(
  deps: AssignmentDeps,
  actor: Actor,
  id: string,
  form: OpeningForm,
): Promise<OpeningsMade> {
  return deps.transact(async (db) => {
    await holdAll(db, id);
    const seen = await requireAssignment(db, actor, id, 'open');
    const clauses = await clausesMeant(deps, seen, form.clauses);
    const meant = studentsMeant(await toldStudents(db, seen), form.to);
    // Where there is no gate everything stands open.
    if (seen.gate.kind === 'none') return { clauses: 0, students: 0 };
    const { students, made } = await open(
      db,
      seen,
      clauses,
      meant.map(({ personId }) => personId),
    );
    const detail = { clauses: form.clauses === 'all' ? 'all' : clauses };
    if (students.length === 0) return { clauses: 0, students: 0 };
    if (form.to.kind === 'all') await logEvent(db, seen, 'opened', { detail });
    else for (const about of students) await logEvent(db, seen, 'opened', { about, detail });
    return made ?? { clauses: 0, students: 0 };
  });
}
