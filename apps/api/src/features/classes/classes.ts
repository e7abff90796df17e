import {
  limits,
  type ClassCode,
  type ClassForm,
  type ClassJoined,
  type ClassSummary,
  type ClassView,
  type CopyForm,
  type FoundForm,
} from '@glossator/contract';
import { classAbilities, memberRules, type Actor, type ClassRole } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { acceptDay, requireStillKept, retentionOf, setKeep } from '../retention/keep.ts';
import { acceptZone } from '../follows/settings.ts';
import { aboutClass, membershipOf, requireInClass, type SeenClass } from './access.ts';
import * as statements from './statements.ts';

export interface ClassDeps {
  readonly db: Db;
  readonly transact: Transact;
}

type Row<View> = View & Record<string, unknown>;

export async function listClasses(
  { db }: ClassDeps,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const personId = requireMember(actor);
  const after = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  return pageOf(
    await db.rows<Row<ClassSummary>>(statements.classesOf, [
      personId,
      ...after,
      limit + 1,
      actor.within ?? null,
    ]),
    limit,
    (row): ClassSummary => row,
    ({ joined, id }) => writeCursor(joined, id),
  );
}

export interface Counts {
  readonly students: number;
  readonly instructors: number;
  readonly people: number;
}

export async function countsOf(db: Db, id: string): Promise<Counts> {
  const [counts] = await db.rows<Row<Counts>>(statements.countMembers, [id]);
  return counts ?? { students: 0, instructors: 0, people: 0 };
}

/** Until the transaction ends: who is in it is changed by one at a time. */
export const holdClass = async (db: Db, id: string): Promise<void> => {
  await db.rows(statements.lockClass, [id]);
};

/** Names of those who teach it. */
export const staffNames = async (db: Db, id: string): Promise<string[]> =>
  (await db.rows<{ name: string }>(statements.staffOf, [id])).map(({ name }) => name);

/**
 * Takes somebody in, with the class held. False for whoever is in it already: they stay what they are.
 */
export async function comeIn(
  db: Db,
  id: string,
  personId: string,
  role: ClassRole,
  takePlace: () => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  const member = await membershipOf(db, id, personId);
  if (member?.state === 'active') return false;
  if (member?.state === 'removed')
    throw new Refusal('not-allowed', 'You were removed from this class; ask who teaches it.');
  if ((await countsOf(db, id)).people >= limits.classPeople)
    throw new Refusal('class-full', 'The class has as many people as there is room for.');
  await takePlace();
  await db.rows(statements.joinClass, [id, personId, role]);
  return true;
}

export async function readClass({ db }: ClassDeps, actor: Actor, id: string): Promise<ClassView> {
  const { personId: _, ...seen } = await requireInClass(db, actor, id, 'see');
  const [staff, counts, retention, [code]] = await Promise.all([
    db.rows<Row<ClassView['staff'][number]>>(statements.staffOf, [id]),
    countsOf(db, id),
    retentionOf(db, id),
    db.rows<Row<ClassCode>>(statements.codeOf, [id]),
  ]);
  const abilities = abilitiesIn(seen, counts);
  return {
    ...seen,
    staff,
    students: counts.students,
    retention,
    code: abilities.invite ? (code ?? null) : null,
    abilities,
  };
}

function abilitiesIn(seen: SeenClass, { instructors }: Counts) {
  const about = aboutClass(seen);
  const { role } = seen;
  return {
    ...classAbilities(about),
    leave: memberRules.leave({
      ...about,
      isSelf: true,
      theirs: { role, state: 'active' },
      isLastInstructor: role === 'instructor' && instructors === 1,
    }),
  };
}

const acceptName = (name: string): string =>
  acceptText(name.trim(), { field: 'The name', max: limits.classNameLength });

function accept({ name, description, zone }: ClassForm) {
  const words = description.trim();
  return [
    acceptName(name),
    words === ''
      ? ''
      : acceptText(words, { field: 'The description', max: limits.classTextLength }),
    acceptZone(zone),
  ] as const;
}

/** Whoever founds a class instructs it. */
export async function foundClass(
  { transact }: ClassDeps,
  actor: Actor,
  { keepUntil: typed = null, ...form }: FoundForm,
): Promise<ClassJoined> {
  const personId = requireMember(actor);
  const accepted = accept(form);
  const keepUntil = acceptDay(typed);
  const id = uuidv7();
  await transact(async (db) => {
    await requireRoom(db, personId);
    await db.rows(statements.foundClass, [id, ...accepted, personId]);
    if (keepUntil !== null) await setKeep(db, id, personId, null, keepUntil);
  });
  return { id };
}

async function requireRoom(db: Db, personId: string): Promise<void> {
  const [found] = await db.rows<{ classes: number }>(statements.countInstructed, [personId]);
  if ((found?.classes ?? 0) >= limits.classes)
    throw new Refusal(
      'classes-too-many',
      'You teach as many classes as there is room for; archive one first.',
    );
}

/** Whoever copies a class instructs the copy, alone. */
export async function copyClass(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  { name, days }: CopyForm,
): Promise<ClassJoined> {
  const called = acceptName(name);
  const copy = uuidv7();
  await transact(async (db) => {
    const { personId } = await requireInClass(db, actor, id, 'copy');
    await requireRoom(db, personId);
    await db.rows(statements.copyClass, [id, copy, called, personId, days]);
  });
  return { id: copy };
}

export async function changeClass(
  deps: ClassDeps,
  actor: Actor,
  id: string,
  form: ClassForm,
): Promise<ClassView> {
  const accepted = accept(form);
  await deps.transact(async (db) => {
    await holdClass(db, id);
    const { zone } = await requireInClass(db, actor, id, 'change');
    await db.rows(statements.changeClass, [id, ...accepted]);
    if (form.zone !== zone) await requireStillKept(db, id);
  });
  return readClass(deps, actor, id);
}

export async function archiveClass(
  deps: ClassDeps,
  actor: Actor,
  id: string,
  archived: boolean,
): Promise<ClassView> {
  await deps.transact(async (db) => {
    await holdClass(db, id);
    await requireInClass(db, actor, id, 'archive');
    await db.rows(statements.archiveClass, [id, archived]);
  });
  return readClass(deps, actor, id);
}
