export const siteRoles = ['administrator'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** Who asks. A visitor has no person. */
export interface Actor {
  readonly personId: string | null;
  readonly roles: readonly SiteRole[];
}

export const visitor: Actor = { personId: null, roles: [] };
