import {
  type ClassInvited,
  type ClassInvitedList,
  type ClassJoined,
  type Done,
  type LetterInvitation,
} from '@glossator/contract';
import type { Actor, ClassRole } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { hashToken } from '../../one-time-token.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { membershipOf, requireInClass } from '../classes/access.ts';
import { comeIn, holdClass, staffNames } from '../classes/classes.ts';
import { moveToGroups } from '../classes/groups.ts';
import type { RosterDeps } from './service.ts';
import * as statements from './statements.ts';

export async function listInvited(
  { db }: RosterDeps,
  actor: Actor,
  id: string,
): Promise<ClassInvitedList> {
  await requireInClass(db, actor, id, 'see-people');
  return {
    items: await db.rows<ClassInvited & Record<string, unknown>>(statements.invitedOf, [id]),
  };
}

/** The letter that was sent brings nobody in any more. */
export async function dropInvitation(
  { db }: RosterDeps,
  actor: Actor,
  id: string,
  invitation: string,
): Promise<Done> {
  await requireInClass(db, actor, id, 'invite');
  if ((await db.rows(statements.dropInvitation, [id, invitation])).length === 0) throw notFound();
  return { done: true };
}

interface Invitation {
  readonly id: string;
  readonly classId: string;
  readonly role: ClassRole;
  readonly group: string | null;
  readonly name: string;
}

/** Whoever has the letter has the address it was sent to, or was given it by who has. */
async function requireLetter(db: Db, token: string): Promise<Invitation> {
  const [found] = await db.rows<Invitation & Record<string, unknown>>(
    statements.invitationByToken,
    [hashToken(token)],
  );
  if (found === undefined)
    throw new Refusal('token-unusable', 'This invitation was used or withdrawn, or is too old.');
  return found;
}

export async function readLetter(
  { db }: RosterDeps,
  actor: Actor,
  token: string,
): Promise<LetterInvitation> {
  const { classId, name, role } = await requireLetter(db, token);
  const member = actor.personId === null ? null : await membershipOf(db, classId, actor.personId);
  return { name, role, staff: await staffNames(db, classId), isMember: member?.state === 'active' };
}

/** Whoever is in the class already stays what they are. */
export async function acceptLetter(
  { transact }: RosterDeps,
  actor: Actor,
  token: string,
): Promise<ClassJoined> {
  const personId = requireMember(actor);
  return transact(async (db) => {
    const { id, classId, role, group } = await requireLetter(db, token);
    await holdClass(db, classId);
    if ((await db.rows(statements.acceptInvitation, [id, personId])).length === 0)
      throw new Refusal('token-unusable', 'This invitation was used or withdrawn.');
    const hasCome = await comeIn(db, classId, personId, role);
    if (hasCome && role === 'student' && group !== null)
      await moveToGroups(db, classId, [[personId, group]]);
    return { id: classId };
  });
}

/** Nobody needs an account to say no. */
export async function declineLetter({ db }: RosterDeps, token: string): Promise<Done> {
  const { id } = await requireLetter(db, token);
  await db.rows(statements.declineInvitation, [id]);
  return { done: true };
}

/** Invitations to somebody who goes; those that they gave stay, by nobody. */
export async function eraseInvitations(
  db: Db,
  personId: string,
  emailKey: string | null,
): Promise<void> {
  await db.rows(statements.eraseInvitations, [personId, emailKey]);
  await db.rows(statements.forgetInviter, [personId]);
  await db.rows(statements.eraseRosters, [personId]);
}

export async function tidyRosters(db: Db): Promise<void> {
  await db.rows(statements.dropOldRosters, []);
  await db.rows(statements.dropOldInvitations, []);
}
