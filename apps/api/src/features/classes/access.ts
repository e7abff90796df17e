import {
  classRules,
  type Actor,
  type ClassAbility,
  type ClassRole,
  type MembershipState,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { classSeenBy, memberOfClass } from './statements.ts';

/** A class as one of its people sees it. */
export interface SeenClass {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly zone: string;
  readonly founded: string;
  readonly archived: string | null;
  readonly role: ClassRole;
  /** Name of the group of students they are in. */
  readonly group: string | null;
}

/** True where the session is for another class: this one is none to it. */
export const isOutside = ({ within }: Actor, classId: string): boolean =>
  within !== undefined && within !== classId;

/** 404 to whoever is no member: an outsider does not learn that there is such a class. */
export async function requireInClass(
  db: Db,
  actor: Actor,
  id: string,
  ability: ClassAbility,
): Promise<SeenClass & { readonly personId: string }> {
  const personId = requireMember(actor);
  if (isOutside(actor, id)) throw notFound();
  const [seen] = await db.rows<SeenClass & Record<string, unknown>>(classSeenBy, [id, personId]);
  if (seen === undefined) throw notFound();
  const about = { role: seen.role, isArchived: seen.archived !== null };
  if (classRules[ability](about)) return { ...seen, personId };
  if (about.isArchived && classRules[ability]({ ...about, isArchived: false })) throw archived();
  throw new Refusal('not-allowed', 'This is for those who teach the class.');
}

export const archived = (): Refusal =>
  new Refusal('class-archived', 'The class is archived; take it out of the archive first.');

/** What somebody is in a class, or was. */
export interface Membership {
  readonly role: ClassRole;
  readonly state: MembershipState;
}

export const membershipOf = async (
  db: Db,
  id: string,
  personId: string,
): Promise<Membership | null> =>
  (await db.rows<Membership & Record<string, unknown>>(memberOfClass, [id, personId]))[0] ?? null;
