import { limits, type ClassGroups, type DivisionForm } from '@glossator/contract';
import { divide, type Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { ClassDeps } from './classes.ts';
import * as statements from './group-statements.ts';
import {
  acceptGroupName,
  groupsOf,
  holdToGroup,
  makeGroups,
  moveToGroups,
  tooMany,
} from './groups.ts';

/** Groups by these names: those that there are, and new ones. */
async function groupsNamed(db: Db, id: string, names: readonly string[]): Promise<string[]> {
  const known = await groupsOf(db, id);
  const byName = new Map(known.map((group) => [group.name.toLowerCase(), group.id]));
  const missing = names.filter((name) => !byName.has(name.toLowerCase()));
  if (known.length + missing.length > limits.classGroups) throw tooMany();
  for (const [name, group] of await makeGroups(db, id, missing))
    byName.set(name.toLowerCase(), group);
  return names.map((name) => byName.get(name.toLowerCase()) ?? '');
}

/**
 * Deals students into groups, at random or by how much they have written here. No group is ended: what was written in one keeps its place,
 * and one that nobody was dealt into stands empty.
 */
export async function divideStudents(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  { who, how, groups, word }: DivisionForm,
): Promise<ClassGroups> {
  const names = Array.from({ length: groups }, (_, n) =>
    acceptGroupName(`${word.trim()} ${String(n + 1)}`),
  );
  return transact(async (db) => {
    await holdToGroup(db, actor, id);
    const students = await db.rows<{ id: string; notes: number }>(statements.studentsToDivide, [
      id,
      who === 'all',
    ]);
    // Those who have written alike stay as they were shuffled.
    const order = students.toSorted((one, other) =>
      how === 'balanced' ? other.notes - one.notes : 0,
    );
    const dealt = divide(order, groups);
    const targets = await groupsNamed(db, id, names);
    const moves = dealt.flatMap((group, n) =>
      group.map((student) => [student.id, targets[n] ?? ''] as const),
    );
    await moveToGroups(db, id, moves);
    return { items: await groupsOf(db, id) };
  });
}
