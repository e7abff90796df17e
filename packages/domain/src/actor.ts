export const siteRoles = ['administrator', 'moderator'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** A moderator without a work is one of all works. The number is the work's own, never its slug. */
export type Role = SiteRole | `moderator:${number}`;

/** Who asks. A visitor has no person. */
export interface Actor {
  readonly personId: string | null;
  readonly roles: readonly Role[];
}

export const visitor: Actor = { personId: null, roles: [] };

/** True of whoever keeps the public notes of this work in order. */
export function moderates({ roles }: Actor, workId: number): boolean {
  return ['moderator', `moderator:${String(workId)}`].some((word) =>
    (roles as readonly string[]).includes(word),
  );
}

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
