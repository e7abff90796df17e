import {
  limits,
  type ClassGroup,
  type ClassGroups,
  type Done,
  type GroupForm,
  type GroupMade,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { breaks } from '../../db/constraint.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { membershipOf, requireInClass } from './access.ts';
import type { ClassDeps } from './classes.ts';
import * as statements from './group-statements.ts';
import { lockClass } from './statements.ts';

const done: Done = { done: true };

export const acceptGroupName = (name: string): string =>
  acceptText(name.trim(), { field: 'The name of the group', max: limits.groupNameLength });

export const groupsOf = (db: Db, id: string): Promise<ClassGroup[]> =>
  db.rows<ClassGroup & Record<string, unknown>>(statements.groupsOf, [id]);

/** With the class held: groups, and who is in which, are changed by one at a time. */
export async function holdToGroup(db: Db, actor: Actor, id: string): Promise<void> {
  await db.rows(lockClass, [id]);
  await requireInClass(db, actor, id, 'group');
}

async function orNameTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (breaks(error, 'class_group_name'))
      throw new Refusal('group-name-taken', 'The class has a group of this name.');
    throw error;
  }
}

/** What its students handed in goes on being read by them alone. */
async function orInUse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (breaks(error, 'layer_group_id_fkey'))
      throw new Refusal('group-in-use', 'Notes were handed in by this group.');
    throw error;
  }
}

export async function listGroups(
  { db }: ClassDeps,
  actor: Actor,
  id: string,
): Promise<ClassGroups> {
  await requireInClass(db, actor, id, 'see-people');
  return { items: await groupsOf(db, id) };
}

export const tooMany = (): Refusal =>
  new Refusal('groups-too-many', 'The class has as many groups as there is room for.');

export async function makeGroup(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  form: GroupForm,
): Promise<GroupMade> {
  const name = acceptGroupName(form.name);
  const group = uuidv7();
  await transact(async (db) => {
    await holdToGroup(db, actor, id);
    if ((await groupsOf(db, id)).length >= limits.classGroups) throw tooMany();
    await orNameTaken(db.rows(statements.makeGroup, [group, id, name]));
  });
  return { id: group };
}

export async function nameGroup(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  group: string,
  form: GroupForm,
): Promise<Done> {
  const name = acceptGroupName(form.name);
  return transact(async (db) => {
    await holdToGroup(db, actor, id);
    const named = await orNameTaken(db.rows(statements.nameGroup, [id, group, name]));
    if (named.length === 0) throw notFound();
    return done;
  });
}

export async function endGroup(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  group: string,
): Promise<Done> {
  return transact(async (db) => {
    await holdToGroup(db, actor, id);
    if ((await orInUse(db.rows(statements.endGroup, [id, group]))).length === 0) throw notFound();
    return done;
  });
}

/** New groups by these names, and their ids. */
export async function makeGroups(
  db: Db,
  id: string,
  names: readonly string[],
): Promise<readonly (readonly [name: string, group: string])[]> {
  const made = names.map((name) => [name, uuidv7()] as const);
  for (const [name, group] of made)
    await orNameTaken(db.rows(statements.makeGroup, [group, id, name]));
  return made;
}

/** Each student into their group, out of the one they were in. */
export async function moveToGroups(
  db: Db,
  id: string,
  moves: readonly (readonly [student: string, group: string])[],
): Promise<void> {
  await db.rows(statements.moveAllToGroups, [
    id,
    moves.map(([student]) => student),
    moves.map(([, group]) => group),
  ]);
}

/** Into a group, out of the one they were in; with null out of it alone. */
export async function moveToGroup(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  memberId: string,
  group: string | null,
): Promise<Done> {
  return transact(async (db) => {
    await holdToGroup(db, actor, id);
    const member = await membershipOf(db, id, memberId);
    if (member?.state !== 'active') throw notFound();
    if (member.role !== 'student') throw new Refusal('not-allowed', 'Only students are in groups.');
    if (group === null) await db.rows(statements.leaveGroup, [id, memberId]);
    else {
      if ((await db.rows(statements.groupOf, [id, group])).length === 0)
        throw new Refusal('group-unknown', 'The class has no such group.');
      await db.rows(statements.moveToGroup, [id, memberId, group]);
    }
    return done;
  });
}
