import type { Released, Undone } from '@glossator/contract';
import { isFinished, staffKnowsNames, type Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Transact } from '../../db/client.ts';
import { requireAssignment, type SeenAssignment } from '../assignments/access.ts';
import { frozen, gradeStudents, type GradedStudent } from './graded.ts';
import { studentIn } from './names.ts';
import { tellEvents, type GradingDeps } from './overview.ts';
import * as results from './result-statements.ts';
import { lockAssignment } from './statements.ts';

/** What is taken back before that has been in no mail. */
export const minutesUntilMail = 10;

type ToGrade = Pick<SeenAssignment, 'id' | 'clauses' | 'times' | 'rule' | 'names' | 'released'>;

/** An assignment with what its students would get, held: results are told by one at a time. */
async function held(db: Db, id: string) {
  await db.rows(lockAssignment, [id]);
  const [it] = await db.rows<ToGrade & Record<string, unknown>>(results.assignmentToGrade, [id]);
  if (it === undefined) return null;
  const { students } = await gradeStudents(db, it);
  return { it, students };
}

const chosenOf = (
  students: readonly GradedStudent[],
  keys: readonly string[] | null,
  it: ToGrade,
): readonly GradedStudent[] =>
  keys === null
    ? students.filter(({ row }) => row.present)
    : [...new Set(keys.map((key) => studentIn(students, key, staffKnowsNames(it))))];

/** Freezes what these students get and tells it to them, in the place of what they were told. */
export async function tellResults(
  db: Db,
  id: string,
  told: readonly Pick<GradedStudent, 'row' | 'grade'>[],
  cause: 'released' | 'contested',
): Promise<void> {
  const people = told.map(({ row }) => row.id);
  await db.rows(results.endResults, [id, people, 'replaced']);
  await db.rows(results.insertResults, [
    id,
    told.map(() => uuidv7()),
    people,
    told.map(({ row }) => row.name),
    told.map(({ grade }) => JSON.stringify(frozen(grade))),
    told.map(({ row }) => row.comment),
    cause,
    minutesUntilMail,
  ]);
}

/**
 * To all: those who were told nothing yet. To some by name: also those for whom it has changed. With a
 * criterion that nobody judged nothing is told.
 */
async function releaseIn(
  db: Db,
  id: string,
  keys: readonly string[] | null,
  actor: string | null,
): Promise<Released> {
  const found = await held(db, id);
  if (found === null) return { released: 0, already: 0, unfinished: 0, before: null };
  const { it, students } = found;
  const [before] = await db.rows<{ name: string; at: string }>(results.lastRelease, [id]);
  const chosen = chosenOf(students, keys, it).filter(({ row }) => row.present);
  const isNews = ({ state }: GradedStudent): boolean =>
    state === 'ready' || state === 'unfinished' || (keys !== null && state === 'changed');
  const news = chosen.filter(isNews);
  const told = news.filter(({ grade }) => isFinished(grade));
  if (told.length > 0) {
    await tellResults(db, id, told, 'released');
    await tellEvents(
      db,
      id,
      actor,
      told.map(({ row }) => row.id),
      'released',
    );
  }
  const now = new Set(told);
  const isToAll = students.every(
    (each) => !each.row.present || each.row.told !== null || now.has(each),
  );
  if (isToAll && students.length > 0) await db.rows(results.markReleased, [id, true]);
  return {
    released: told.length,
    already: chosen.length - news.length,
    unfinished: news.length - told.length,
    before: before ?? null,
  };
}

export async function releaseGrades(
  { db, transact }: GradingDeps,
  actor: Actor,
  id: string,
  students: readonly string[] | null,
): Promise<Released> {
  const { personId } = await requireAssignment(db, actor, id, 'release');
  return transact((tx) => releaseIn(tx, id, students, personId));
}

/** An assignment whose time has come, beside those. */
export async function findRelease(db: Db, except: readonly string[]): Promise<string | null> {
  const [found] = await db.rows<{ id: string }>(results.releaseDue, [except]);
  return found?.id ?? null;
}

/** Releases what a time was set for; false where another process does, or has. */
export const releaseDue = (transact: Transact, id: string): Promise<boolean> =>
  transact(async (db) => {
    const taken = await db.rows(results.takeRelease, [id]);
    if (taken.length === 0) return false;
    await db.rows(results.clearReleaseTime, [id]);
    await releaseIn(db, id, null, null);
    return true;
  });

const nothing: Undone = { undone: 0, seen: 0 };

/** Takes back what was told. Who has read it is counted, and knows of it. */
export async function undoRelease(
  { db, transact }: GradingDeps,
  actor: Actor,
  id: string,
  keys: readonly string[] | null,
): Promise<Undone> {
  const { personId } = await requireAssignment(db, actor, id, 'release');
  return transact(async (tx) => {
    const found = await held(tx, id);
    if (found === null) return nothing;
    const people = chosenOf(found.students, keys, found.it).map(({ row }) => row.id);
    const ended = await tx.rows<{ student: string; seen: boolean }>(results.endResults, [
      id,
      people,
      'undone',
    ]);
    if (ended.length === 0) return nothing;
    await tx.rows(results.markReleased, [id, false]);
    for (const seen of [true, false]) {
      const about = ended.filter((each) => each.seen === seen).map(({ student }) => student);
      if (about.length > 0) await tellEvents(tx, id, personId, about, 'release-undone', { seen });
    }
    return { undone: ended.length, seen: ended.filter(({ seen }) => seen).length };
  });
}
