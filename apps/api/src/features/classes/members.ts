import type { ClassMember, ClassMembers, Done } from '@glossator/contract';
import {
  memberAbilities,
  memberRules,
  type AboutMember,
  type Actor,
  type ClassRole,
  type MemberAbility,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { archived, membershipOf, requireInClass, type Membership } from './access.ts';
import { isGuest } from '../accounts/guests.ts';
import { countsOf, type ClassDeps } from './classes.ts';
import { leaveGroup } from './group-statements.ts';
import * as statements from './statements.ts';

type Member = Omit<ClassMember, 'abilities'>;
const isOnly = ({ role, state }: Membership, instructors: number): boolean =>
  role === 'instructor' && state === 'active' && instructors === 1;

export async function listMembers(
  { db }: ClassDeps,
  actor: Actor,
  id: string,
): Promise<ClassMembers> {
  const seen = await requireInClass(db, actor, id, 'see-people');
  const members = await db.rows<Member & Record<string, unknown>>(statements.membersOf, [id]);
  const instructors = members.filter(
    ({ role, state }) => role === 'instructor' && state === 'active',
  ).length;
  return {
    items: members.map((member) => ({
      ...member,
      abilities: memberAbilities({
        role: seen.role,
        isArchived: seen.archived !== null,
        isErased: seen.erased !== null,
        isSelf: member.id === seen.personId,
        theirs: member,
        isLastInstructor: isOnly(member, instructors),
      }),
    })),
  };
}

/** What the actor may do to one of the people, with the class held: nobody else changes who is in it. */
async function aboutMember(
  db: Db,
  actor: Actor,
  id: string,
  memberId: string,
): Promise<AboutMember> {
  await db.rows(statements.lockClass, [id]);
  const isSelf = memberId === actor.personId;
  // Who else is in the class is for its staff to know.
  const seen = await requireInClass(db, actor, id, isSelf ? 'see' : 'see-people');
  const theirs = await membershipOf(db, id, memberId);
  if (theirs === null) throw notFound();
  const { instructors } = await countsOf(db, id);
  return {
    role: seen.role,
    isArchived: seen.archived !== null,
    isErased: seen.erased !== null,
    isSelf,
    theirs,
    isLastInstructor: isOnly(theirs, instructors),
  };
}

function refuse(about: AboutMember): never {
  if (about.isLastInstructor && about.role === 'instructor')
    throw new Refusal('last-instructor', 'Make somebody else an instructor first.');
  if (about.isArchived) throw archived();
  throw new Refusal('not-allowed', 'What you are in this class does not let you do this.');
}

/** With the class held; who asks, where they may do that to one of its people. */
export async function requireMayOver(
  db: Db,
  actor: Actor,
  id: string,
  memberId: string,
  ability: MemberAbility,
): Promise<string> {
  const about = await aboutMember(db, actor, id, memberId);
  if (!memberRules[ability](about)) refuse({ ...about, isLastInstructor: false });
  return requireMember(actor);
}

const done: Done = { done: true };

export async function appointMember(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  memberId: string,
  role: ClassRole,
): Promise<Done> {
  return transact(async (db) => {
    const about = await aboutMember(db, actor, id, memberId);
    if (!memberRules.appoint(about)) refuse(about);
    if (role !== 'student' && (await isGuest(db, memberId)))
      throw new Refusal('not-confirmed', 'They have not confirmed their address.');
    await db.rows(statements.appointMember, [id, memberId, role]);
    if (role !== 'student') await db.rows(leaveGroup, [id, memberId]);
    return done;
  });
}

/** Removes another, or leaves. Doing it twice is no error. */
export async function endMembership(
  { transact }: ClassDeps,
  actor: Actor,
  id: string,
  memberId: string,
): Promise<Done> {
  return transact(async (db) => {
    const about = await aboutMember(db, actor, id, memberId);
    const state = about.isSelf ? 'left' : 'removed';
    if (about.theirs.state === state) return done;
    if (!(about.isSelf ? memberRules.leave(about) : memberRules.remove(about))) refuse(about);
    await db.rows(statements.endMembership, [id, memberId, state]);
    await db.rows(leaveGroup, [id, memberId]);
    return done;
  });
}
