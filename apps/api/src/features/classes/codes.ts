import {
  type ClassCode,
  type ClassInvitation,
  type ClassJoined,
  type CodeForm,
  type Done,
} from '@glossator/contract';
import { joinCodeLength, joinCodeOf, readJoinCode, type Actor } from '@glossator/domain';
import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { membershipOf, requireInClass } from './access.ts';
import { comeIn, holdClass, staffNames, type ClassDeps } from './classes.ts';
import * as statements from './statements.ts';

/** A new code takes the place of the one there was: that brings nobody in any more. */
export async function makeCode(
  { db }: ClassDeps,
  actor: Actor,
  id: string,
  { days, places }: CodeForm,
): Promise<ClassCode> {
  await requireInClass(db, actor, id, 'invite');
  const code = joinCodeOf([...randomBytes(joinCodeLength)]);
  await db.rows(statements.makeCode, [id, code, days, places]);
  const [made] = await db.rows<ClassCode & Record<string, unknown>>(statements.codeOf, [id]);
  if (made === undefined) throw unknown();
  return made;
}

export async function endCode({ db }: ClassDeps, actor: Actor, id: string): Promise<Done> {
  await requireInClass(db, actor, id, 'invite');
  await db.rows(statements.endCode, [id]);
  return { done: true };
}

/** One answer for all codes that bring nobody in: that of a class is not told from that of none. */
const unknown = (): Refusal =>
  new Refusal('code-unknown', 'This code brings nobody in; it may have ended. Ask for a new one.');

export async function requireByCode(db: Db, typed: string) {
  const code = readJoinCode(typed);
  if (code === null) throw unknown();
  const [found] = await db.rows<{ id: string; name: string }>(statements.classByCode, [code]);
  if (found === undefined) throw unknown();
  return { ...found, code };
}

/** What somebody who has a code is shown before they come in. Changes nothing. */
export async function readInvitation(
  { db }: ClassDeps,
  actor: Actor,
  typed: string,
): Promise<ClassInvitation> {
  const personId = requireMember(actor);
  const { id, name } = await requireByCode(db, typed);
  const member = await membershipOf(db, id, personId);
  return {
    id,
    name,
    staff: await staffNames(db, id),
    isMember: member?.state === 'active',
  };
}

/** Whoever is in it already stays what they are, and takes no place. The class they are in then. */
export async function enterByCode(db: Db, personId: string, typed: string): Promise<string> {
  const { id, code } = await requireByCode(db, typed);
  await holdClass(db, id);
  // Who comes back is a student, whatever they were.
  await comeIn(db, id, personId, 'student', async () => {
    if ((await db.rows(statements.takePlace, [code])).length === 0) throw unknown();
  });
  return id;
}

export async function joinByCode(
  { transact }: ClassDeps,
  actor: Actor,
  typed: string,
): Promise<ClassJoined> {
  const personId = requireMember(actor);
  return transact(async (db) => ({ id: await enterByCode(db, personId, typed) }));
}
