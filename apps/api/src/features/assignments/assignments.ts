import {
  limits,
  type AssignmentForm,
  type AssignmentMade,
  type AssignmentSummary,
  type AssignmentView,
  type Done,
} from '@glossator/contract';
import { assignmentAbilities, timesFor, type Actor, type AssignmentTimes } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { placeIn } from '../../markdown/place.ts';
import { renderMarkdown } from '../../markdown/render.ts';
import { Refusal } from '../../refusal.ts';
import { requireInClass } from '../classes/access.ts';
import { lockClass } from '../classes/statements.ts';
import { requireWithinKeep } from '../retention/keep.ts';
import { addressBetween } from '../works/address.ts';
import { workAround, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { acceptAssignment } from './accept.ts';
import {
  aboutAssignment,
  extensionOf,
  requireAssignment,
  type AssignmentRow,
  type SeenAssignment,
} from './access.ts';
import * as statements from './statements.ts';
import { putChosen, storedValues } from './stored.ts';

export interface AssignmentDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
}

export const timesView = ({ opensAt, dueAt, closesAt }: AssignmentTimes) => ({
  opens: opensAt,
  due: dueAt,
  closes: closesAt,
});

type SummaryRow = Omit<AssignmentSummary, 'opens' | 'due' | 'closes'> &
  AssignmentTimes &
  Pick<AssignmentRow, 'isExtended' | 'ownDue' | 'ownCloses'> &
  Record<string, unknown>;

/** Its times as they hold for the reader. */
export const ownTimesOf = (
  row: AssignmentTimes & Pick<AssignmentRow, 'isExtended' | 'ownDue' | 'ownCloses'>,
): AssignmentTimes => {
  const { opensAt, dueAt, closesAt } = row;
  return timesFor({ opensAt, dueAt, closesAt }, extensionOf(row));
};

export async function listAssignments(
  { db }: AssignmentDeps,
  actor: Actor,
  classId: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const { personId } = await requireInClass(db, actor, classId, 'see');
  const after = readCursor(cursor, 'instant', 'uuid') ?? [ends.firstInstant, ends.firstUuid];
  return pageOf(
    await db.rows<SummaryRow>(statements.assignmentsOf, [classId, personId, ...after, limit + 1]),
    limit,
    (row): AssignmentSummary => ({ ...row, ...timesView(ownTimesOf(row)) }),
    ({ opensAt, id }) => writeCursor(opensAt, id),
  );
}

function presentAssignment(seen: SeenAssignment, work: LoadedWork): AssignmentView {
  const { structure, head } = work;
  const { rule } = seen;
  return {
    id: seen.id,
    class: { id: seen.classId, name: seen.className, zone: seen.zone, archived: seen.archived },
    role: seen.role,
    title: seen.title,
    question: seen.question,
    questionHtml:
      seen.question === '' ? '' : renderMarkdown(seen.question, placeIn(head.slug, structure)),
    work: head.slug,
    workTitles: head.titles,
    ranges: seen.ranges.map(({ from, to }) => ({
      from,
      to,
      address: addressBetween(structure, from, to),
    })),
    clauses: seen.clauses.map((uid) => ({ uid, path: structure.byUid.get(uid)?.path ?? uid })),
    languages: [...seen.languages],
    ...timesView(seen.times),
    times: timesView(seen.ownTimes),
    gate: seen.gate,
    byGroups: seen.byGroups,
    ...rule,
    names: seen.names,
    version: seen.version,
    made: seen.made,
    published: seen.published,
    released: seen.released,
    abilities: assignmentAbilities(aboutAssignment(seen)),
  };
}

export async function readAssignment(
  { db, texts }: AssignmentDeps,
  actor: Actor,
  id: string,
): Promise<AssignmentView> {
  const seen = await requireAssignment(db, actor, id, 'see');
  return presentAssignment(seen, await workAround(texts, seen.work));
}

/** True where the whole class may read it: a public work, or one that its owner gave to the class. */
async function isReadIn(
  db: Db,
  classId: string,
  { id, head: { standing } }: LoadedWork,
): Promise<boolean> {
  if (standing === 'public') return true;
  const given = await db.rows(statements.workGivenTo, [id, classId]);
  return standing !== 'withdrawn' && given.length > 0;
}

/** A draft in a class that is held. */
export async function makeIn(
  db: Db,
  texts: TextStore,
  classId: string,
  form: AssignmentForm,
): Promise<string> {
  const id = uuidv7();
  const work = await texts.work(form.work);
  if (work === null || !(await isReadIn(db, classId, work)))
    throw new Refusal('clause-elsewhere', 'There is no such work.');
  const accepted = acceptAssignment(work, form);
  const [found] = await db.rows<{ assignments: number }>(statements.countAssignments, [classId]);
  if ((found?.assignments ?? 0) >= limits.assignments)
    throw new Refusal(
      'assignments-too-many',
      'The class has as many assignments as there is room for; delete drafts.',
    );
  const values = [id, ...storedValues(accepted), classId, accepted.workId];
  await db.rows(statements.makeAssignment, values);
  await putChosen(db, id, accepted);
  await requireWithinKeep(db, classId);
  return id;
}

export async function makeAssignment(
  { transact, texts }: AssignmentDeps,
  actor: Actor,
  classId: string,
  form: AssignmentForm,
): Promise<AssignmentMade> {
  return transact(async (db) => {
    await db.rows(lockClass, [classId]);
    await requireInClass(db, actor, classId, 'assign');
    return { id: await makeIn(db, texts, classId, form) };
  });
}

/** A draft, with what nobody has written in. */
export async function deleteAssignment(
  { transact }: AssignmentDeps,
  actor: Actor,
  id: string,
): Promise<Done> {
  return transact(async (db) => {
    await db.rows(statements.lockAssignment, [id]);
    const seen = await requireAssignment(db, actor, id, 'delete');
    if (await isWritten(db, seen)) throw written();
    await db.rows(statements.dropEmptyLayers, [id]);
    await db.rows(statements.deleteAssignment, [id]);
    return { done: true };
  });
}

export const writtenIn = async (
  db: Db,
  { id }: Pick<SeenAssignment, 'id'>,
): Promise<ReadonlySet<string>> => {
  const rows = await db.rows<{ uid: string }>(statements.writtenClauses, [id]);
  return new Set(rows.map(({ uid }) => uid));
};

export const isWritten = async (db: Db, seen: SeenAssignment): Promise<boolean> =>
  (await writtenIn(db, seen)).size > 0;

export const written = (): Refusal =>
  new Refusal('assignment-written', 'Notes stand in it; they would be lost to who wrote them.');
