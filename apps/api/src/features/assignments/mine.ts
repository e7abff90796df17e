import type { AssignmentMine, ClassMine } from '@glossator/contract';
import {
  countScore,
  counts,
  type Actor,
  type AssignmentTimes,
  type CountRule,
  type CountScore,
  type GateCause,
  type ScorePart,
  type StudentNote,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { readNewsOf } from '../class-news/news.ts';
import { requireInClass } from '../classes/access.ts';
import { workAround } from '../works/text-store.ts';
import { requireAssignment, type AssignmentRow, type SeenAssignment } from './access.ts';
import { ensureAlias } from '../gate/alias.ts';
import { ownTimesOf, timesView, type AssignmentDeps } from './assignments.ts';
import { settleTime } from './settle.ts';
import * as statements from './student-statements.ts';

type NoteRow = StudentNote & Record<string, unknown>;

/** All that students wrote in an assignment, as its arithmetic sees it. */
export const studentNotes = (
  db: Db,
  assignment: string,
  people: readonly string[],
): Promise<readonly StudentNote[]> =>
  db.rows<NoteRow>(statements.notesOfStudents, [assignment, people]);

function partOf({ lines }: CountScore, part: ScorePart) {
  const of = lines.filter((line) => line.part === part);
  return {
    needed: of.reduce((all, { needed }) => all + needed, 0),
    done: of.reduce((all, { taken }) => all + taken, 0),
  };
}

const progress = (score: CountScore) => ({
  notes: partOf(score, 'notes'),
  replies: partOf(score, 'replies'),
  coverage: partOf(score, 'coverage'),
});

interface OpenRow extends Record<string, unknown> {
  readonly uid: string;
  readonly cause: GateCause;
  readonly at: string;
}

/** What stands open to them: without a gate all of it, from when the assignment opens. */
async function openIn(db: Db, seen: SeenAssignment) {
  const isNone = seen.gate.kind === 'none';
  if (seen.times.opensAt > seen.now) return () => null;
  const rows = await db.rows<OpenRow>(statements.openToStudent, [seen.id, seen.personId]);
  const open = new Map(rows.map((row) => [row.uid, row]));
  const always = isNone ? ({ cause: 'none', at: seen.times.opensAt } as const) : null;
  return (uid: string) => {
    const row = open.get(uid);
    return always ?? (row === undefined ? null : { cause: row.cause, at: row.at });
  };
}

/** How far the one who asks is with an assignment. */
export async function readMine(
  { db, texts }: AssignmentDeps,
  actor: Actor,
  id: string,
): Promise<AssignmentMine> {
  const seen = await requireAssignment(db, actor, id, 'take-part');
  if (seen.archived === null) await settleTime(db, id, seen.personId);
  await readNewsOf(db, seen.personId, id);
  const alias = seen.names === 'real' ? null : await ensureAlias(db, id, seen.personId);
  const { structure } = await workAround(texts, seen.work);
  const notes = await studentNotes(db, id, [seen.personId]);
  const score = countScore(seen.rule, seen.clauses, notes, seen.ownTimes);
  const openTo = await openIn(db, seen);
  const thoughts = notes.filter((note) => !note.isReply && counts(note, seen.rule.leastLength));
  return {
    times: timesView(seen.ownTimes),
    isExtended: seen.extension !== null,
    ...progress(score),
    pseudonym: alias,
    clauses: seen.clauses.map((uid) => ({
      uid,
      path: structure.byUid.get(uid)?.path ?? uid,
      written: thoughts.filter(({ clauses }) => clauses.includes(uid)).length,
      opensBy: 'notes' in seen.gate ? seen.gate.notes : null,
      open: openTo(uid),
    })),
    leftOut: [...score.leftOut],
  };
}

type MineRow = Pick<
  ClassMine['items'][number],
  'id' | 'title' | 'work' | 'workTitles' | 'released'
> &
  CountRule &
  AssignmentTimes &
  Pick<AssignmentRow, 'isExtended' | 'ownDue' | 'ownCloses' | 'gate'> & {
    readonly clauses: readonly string[];
    readonly opened: number;
    readonly isOpen: boolean;
    readonly told: string | null;
    readonly isRead: boolean;
    readonly total: number | null;
    readonly of: number | null;
  } & Record<string, unknown>;

/** Whoever asks, as a student of a class to whom is open what time has opened. */
export async function requireStudent(db: Db, actor: Actor, classId: string) {
  const seen = await requireInClass(db, actor, classId, 'see');
  if (seen.role !== 'student')
    throw new Refusal('not-allowed', 'This is for students of the class.');
  if (seen.archived === null) await settleClass(db, classId, seen.personId);
  return seen;
}

/** What a student has to do in a class, how far they are, and what they got. */
export async function readClassMine(
  { db }: AssignmentDeps,
  actor: Actor,
  classId: string,
): Promise<ClassMine> {
  const { personId } = await requireStudent(db, actor, classId);
  const asked = [classId, personId];
  const rows = await db.rows<MineRow>(statements.assignmentsWithOpenings, asked);
  const notes = await db.rows<NoteRow & { assignment: string }>(statements.notesInClass, asked);
  const answers = await db.rows<{ id: string; answers: number }>(statements.answersTo, asked);
  const notesOf = Map.groupBy(notes, ({ assignment }) => assignment);
  const answersOf = new Map(answers.map((row) => [row.id, row.answers]));
  return {
    items: rows.map((row) => {
      const times = ownTimesOf(row);
      const score = countScore(row, row.clauses, notesOf.get(row.id) ?? [], times);
      const all = row.gate === 'none' ? row.clauses.length : row.opened;
      return {
        id: row.id,
        title: row.title,
        work: row.work,
        workTitles: row.workTitles,
        times: timesView(times),
        isExtended: row.isExtended,
        ...progress(score),
        clauses: row.clauses.length,
        open: row.isOpen ? all : 0,
        answers: answersOf.get(row.id) ?? 0,
        released: row.released,
        result: resultOf(row),
      };
    }),
  };
}

/** Whoever has not opened a result is told only that there is one: it may still be taken back. */
function resultOf({ told, isRead, total, of }: MineRow) {
  if (told === null) return null;
  const points = isRead && total !== null && of !== null ? { total, of } : null;
  return { told, points };
}

async function settleClass(db: Db, classId: string, personId: string): Promise<void> {
  const due = await db.rows<{ id: string }>(statements.unsettledIn, [classId, personId]);
  for (const { id } of due) await settleTime(db, id, personId);
}
