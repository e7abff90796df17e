export const siteRoles = ['administrator', 'editor', 'text-editor', 'moderator'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** A moderator without a work is one of all works. The number is the work's own, never its slug. */
export type Role = SiteRole | `moderator:${number}`;

/** Who asks. A visitor has no person. */
export interface Actor {
  readonly personId: string | null;
  readonly roles: readonly Role[];
  /** Where they may not write for others: the whole site, or works by their number. Absent: nowhere. */
  readonly mutes?: readonly ('site' | number)[];
  /** The one class their session is for, by its id; absent: the session is theirs everywhere. */
  readonly within?: string;
  /** True while a warning waits to be read by them. */
  readonly warned?: boolean;
}

export const visitor: Actor = { personId: null, roles: [] };

/** True of whoever keeps the public notes of this work in order. */
export function moderates({ roles }: Actor, workId: number): boolean {
  return ['moderator', `moderator:${String(workId)}`].some((word) =>
    (roles as readonly string[]).includes(word),
  );
}

/** The works whose moderator somebody is one by one. */
export function worksModeratedBy({ roles }: Actor): number[] {
  return roles
    .filter((role) => role.startsWith('moderator:'))
    .map((role) => Number(role.slice('moderator:'.length)));
}

/** The same person, were nothing given to them: what they could not do either way has another reason. */
export const unsanctioned = (actor: Actor): Actor => ({ ...actor, mutes: [], warned: false });

/** True of a moderator of any work at all. */
export function moderatesAnything({ roles }: Actor): boolean {
  return roles.some((role) => role === 'moderator' || role.startsWith('moderator:'));
}

/** What somebody is here, without the works. */
export function siteRoleNames(actor: Actor): SiteRole[] {
  return siteRoles.filter((name) =>
    name === 'moderator' ? moderatesAnything(actor) : actor.roles.includes(name),
  );
}
