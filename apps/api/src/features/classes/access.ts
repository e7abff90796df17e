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
import { classSeenBy, erasedClass, memberOfClass } from './statements.ts';

/** A class as one of its people sees it. */
export interface SeenClass {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly zone: string;
  readonly founded: string;
  readonly archived: string | null;
  /** Since when what it held is deleted. */
  readonly erased: string | null;
  readonly role: ClassRole;
  /** Name of the group of students they are in. */
  readonly group: string | null;
}

/** True where the session is for another class: this one is none to it. */
export const isOutside = ({ within }: Actor, classId: string): boolean =>
  within !== undefined && within !== classId;

const erased = (current: unknown): Refusal =>
  new Refusal('class-erased', 'What this class held was deleted, as had been said.', current);

/** For whoever has come by a link: who was in it is not known any more. $1 is a class or an assignment. */
export async function refuseErased(db: Db, id: string): Promise<void> {
  const [gone] = await db.rows(erasedClass, [id]);
  if (gone !== undefined) throw erased(gone);
}

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
  if (seen === undefined) {
    await refuseErased(db, id);
    throw notFound();
  }
  const about = aboutClass(seen);
  if (classRules[ability](about)) return { ...seen, personId };
  if (about.isErased) await refuseErased(db, id);
  if (about.isArchived && classRules[ability]({ ...about, isArchived: false })) throw archived();
  throw new Refusal('not-allowed', 'This is for those who teach the class.');
}

/** What its rules are asked about. */
export const aboutClass = ({
  role,
  archived: since,
  erased: gone,
}: Pick<SeenClass, 'role' | 'archived' | 'erased'>) => ({
  role,
  isArchived: since !== null,
  isErased: gone !== null,
});

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
