import type { Board, BoardQuery } from '@glossator/contract';
import { quietKind, staffKnowsNames, type GateCause } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { requireAssignment, type SeenAssignment } from '../assignments/access.ts';
import { workAround, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { editionsOf } from './clauses.ts';
import {
  countAll,
  postsByDay,
  presentStudent,
  sumOf,
  type Counted,
  type NoteRow,
  type Openings,
  type StudentRow,
} from './count.ts';
import { presentAssignment } from './names.ts';
import * as statements from './statements.ts';

export interface BoardDeps {
  readonly db: Db;
  readonly texts: TextStore;
}
interface Opening extends Record<string, unknown> {
  readonly personId: string;
  readonly uid: string;
  readonly cause: GateCause;
  readonly at: string;
}
type Count = { uid: string; count: number };

/** Students whose row is drawn at once: with a hundred clauses and more a page is long enough. */
const students = 50;
const quietDays = 3;
/** Characters of a clause that tell which it is. */
const beginning = 80;

export async function readAssigned(
  { db, texts }: BoardDeps,
  viewer: Viewer,
  id: string,
): Promise<{ seen: SeenAssignment; work: LoadedWork }> {
  const seen = await requireAssignment(db, viewer.actor, id, 'see-board');
  const work = await workAround(texts, seen.work);
  return { seen, work };
}

export const addressOf = ({ structure }: LoadedWork, uid: string): string =>
  structure.byUid.get(uid)?.path ?? uid;

const openingsOf = (rows: readonly Opening[]): Openings =>
  new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([person, own]) => [
      person,
      new Map(own.map(({ uid, at }) => [uid, at])),
    ]),
  );

const daysBefore = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * 86_400_000).toISOString().replace('Z', '000Z');

/** Least first; whoever did as much stands by name. */
const doneBy = ({ all }: Counted): number => all.notes + all.replies;

function chosenOf(all: readonly Counted[], { student, page = 1, order = 'name' }: BoardQuery) {
  const told = all.filter(({ row }) => row.id !== null);
  const pages = Math.max(1, Math.ceil(told.length / students));
  if (student !== undefined) {
    const one = told.find(({ row }) => row.id === student);
    if (one === undefined) throw notFound();
    return { chosen: [one], page: 1, pages };
  }
  const shown = Math.min(page, pages);
  const sorted = order === 'least' ? told.toSorted((a, b) => doneBy(a) - doneBy(b)) : told;
  return { chosen: sorted.slice((shown - 1) * students, shown * students), page: shown, pages };
}

function quietOf(all: readonly Counted[], now: string, days: number): Board['quiet'] {
  const since = daysBefore(now, days);
  const quiet = all.flatMap(({ row, times, last }) => {
    const what = quietKind(times, last, { since, now });
    return what === null ? [] : [{ id: row.id, name: row.name, what, last }];
  });
  return {
    days,
    nothing: quiet.filter(({ what }) => what === 'nothing').length,
    items: quiet.flatMap(({ id, name, ...rest }) =>
      id === null || name === null ? [] : [{ id, name, ...rest }],
    ),
  };
}

/** Who did what where, for those who teach. */
export async function readBoard(
  deps: BoardDeps,
  viewer: Viewer,
  id: string,
  query: BoardQuery,
): Promise<Board> {
  const { seen, work } = await readAssigned(deps, viewer, id);
  const { db } = deps;
  const [people, notes, open, questions, unanswered] = await Promise.all([
    db.rows<StudentRow>(statements.boardStudents, [id, staffKnowsNames(seen)]),
    db.rows<NoteRow>(statements.boardNotes, [id, seen.rule.leastLength, seen.zone]),
    db.rows<{ uid: string; open: number }>(statements.boardOpen, [id]),
    db.rows<Count>(statements.countWaiting('questions'), [id]),
    db.rows<Count>(statements.countWaiting('unanswered'), [id]),
  ]);
  const [editions, openings] = await Promise.all([
    editionsOf(deps.texts, work, viewer, seen.languages),
    // Of all who took something back, whenever it was; of the others on this page alone.
    openingsFor(db, seen, people, notes, query),
  ]);
  const all = countAll(seen, people, notes, openingsOf(openings));
  const { chosen, page, pages } = chosenOf(all, query);
  const shown = await openingsOn(db, id, seen, chosen, openings);
  const places = new Map(seen.clauses.map((uid, n) => [uid, n]));
  const openTo = Map.groupBy(shown, ({ personId }) => personId);
  const openCounts = new Map(open.map((each) => [each.uid, each.open]));
  const questionsOn = new Map(questions.map(({ uid, count }) => [uid, count]));
  const total = (rows: readonly Count[]): number => rows.reduce((sum, { count }) => sum + count, 0);
  return {
    assignment: presentAssignment(seen),
    now: seen.now,
    clauses: seen.clauses.map((uid) => {
      const counted = all.flatMap(({ clauses }) => clauses.get(uid) ?? []);
      const [edition] = editions;
      return {
        uid,
        address: addressOf(work, uid),
        words: (edition?.textOf(uid) ?? '').slice(0, beginning),
        lang: edition?.lang ?? '',
        notes: counted.reduce((sum, each) => sum + each.notes, 0),
        replies: counted.reduce((sum, each) => sum + each.replies, 0),
        students: counted.filter((each) => each.notes > 0).length,
        open: seen.gate.kind === 'none' ? people.length : (openCounts.get(uid) ?? 0),
        questions: questionsOn.get(uid) ?? 0,
      };
    }),
    students: chosen.flatMap((each) => {
      const own = (openTo.get(each.row.personId) ?? []).map(({ uid }) => uid);
      return presentStudent(each, places, own) ?? [];
    }),
    page,
    pages,
    opened:
      query.student === undefined
        ? []
        : shown
            .flatMap(({ uid, cause, at }) => {
              const clause = places.get(uid);
              return clause === undefined ? [] : [{ clause, cause, at }];
            })
            .sort((a, b) => a.clause - b.clause),
    totals: {
      students: people.length,
      nameless: people.filter((each) => each.id === null).length,
      wrote: all.filter((each) => each.last !== null).length,
      ...sumOf(all),
      questions: total(questions),
      unanswered: total(unanswered),
    },
    quiet: quietOf(all, seen.now, query.days ?? quietDays),
    posts: postsByDay(seen, all),
  };
}

async function openingsFor(
  db: Db,
  { id }: SeenAssignment,
  people: readonly StudentRow[],
  notes: readonly NoteRow[],
  query: BoardQuery,
): Promise<Opening[]> {
  const deleted = new Set(
    notes.flatMap((note) => (note.deletedAt === null ? [] : [note.authorId])),
  );
  const named = people.find((each) => each.id !== null && each.id === query.student);
  const asked = new Set([...deleted, ...(named === undefined ? [] : [named.personId])]);
  return asked.size === 0 ? [] : db.rows<Opening>(statements.boardOpenings, [id, [...asked]]);
}

async function openingsOn(
  db: Db,
  id: string,
  seen: SeenAssignment,
  chosen: readonly Counted[],
  known: readonly Opening[],
): Promise<Opening[]> {
  if (seen.gate.kind === 'none') return [];
  const have = new Set(known.map(({ personId }) => personId));
  const wanted = chosen.map(({ row }) => row.personId);
  const missing = wanted.filter((each) => !have.has(each));
  const more =
    missing.length === 0 ? [] : await db.rows<Opening>(statements.boardOpenings, [id, missing]);
  return [...known, ...more].filter(({ personId }) => wanted.includes(personId));
}
