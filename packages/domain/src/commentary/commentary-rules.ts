export const commentaryRoles = ['lead', 'author'] as const;
export type CommentaryRole = (typeof commentaryRoles)[number];

/** Who was asked has not yet said that they come. */
export const authorStates = ['invited', 'active', 'left'] as const;
export type AuthorState = (typeof authorStates)[number];

/** What a question of permission in a commentary is about. */
export interface InCommentary {
  /** What the actor is there; null for whoever has no part in it. */
  readonly role: CommentaryRole | null;
  readonly isInvited: boolean;
  readonly isRemoved: boolean;
}

const writes = ({ role, isInvited }: InCommentary): boolean => role !== null && !isInvited;
const leads = (about: InCommentary): boolean => writes(about) && about.role === 'lead';

/** Each ability in a commentary and who has it. What was removed is only read, and brought back. */
export const commentaryRules = {
  /** That there is one, and what it is called: also to whoever is invited. */
  hear: ({ role }: InCommentary) => role !== null,
  see: writes,
  /** Its front matter, its byline, its parts and their order. */
  write: (about: InCommentary) => writes(about) && !about.isRemoved,
  /** Who writes it. */
  staff: (about: InCommentary) => leads(about) && !about.isRemoved,
  /** Put it away, and bring it back. */
  remove: leads,
} as const satisfies Record<string, (about: InCommentary) => boolean>;
export type CommentaryAbility = keyof typeof commentaryRules;

/** One of its authors, seen by the actor. */
export interface AboutAuthor extends InCommentary {
  readonly isSelf: boolean;
  readonly theirs: { readonly role: CommentaryRole; readonly state: AuthorState };
  /** True where nobody else leads. */
  readonly isLastLead: boolean;
}

/** Each ability over one author. A commentary is never without a lead. */
export const authorRules = {
  appoint: (about: AboutAuthor) =>
    commentaryRules.staff(about) && about.theirs.state === 'active' && !about.isLastLead,
  /** Also takes an invitation back. */
  remove: (about: AboutAuthor) =>
    commentaryRules.staff(about) && !about.isSelf && about.theirs.state !== 'left',
  /** Also declines an invitation. */
  leave: (about: AboutAuthor) => about.isSelf && about.theirs.state !== 'left' && !about.isLastLead,
} as const satisfies Record<string, (about: AboutAuthor) => boolean>;
export type AuthorAbility = keyof typeof authorRules;

export function commentaryAbilities(
  about: InCommentary,
): Readonly<Record<Exclude<CommentaryAbility, 'hear' | 'see'>, boolean>> {
  return {
    write: commentaryRules.write(about),
    staff: commentaryRules.staff(about),
    remove: commentaryRules.remove(about),
  };
}

export function authorAbilities(about: AboutAuthor): Readonly<Record<AuthorAbility, boolean>> {
  return {
    appoint: authorRules.appoint(about),
    remove: authorRules.remove(about),
    leave: authorRules.leave(about),
  };
}
