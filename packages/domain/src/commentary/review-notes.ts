/** Who learns of a thread in the margin of a round: authors once an editor has decided, or never. */
export const marginAudiences = ['authors', 'editors'] as const;
export type MarginAudience = (typeof marginAudiences)[number];

/** As what somebody writes there. */
export const marginRoles = ['reviewer', 'editor', 'author'] as const;
export type MarginRole = (typeof marginRoles)[number];

export interface MarginReader {
  /** `witness`: an editor who has written the commentary reads as its authors do, and writes nothing. */
  readonly as: MarginRole | 'witness';
  /** A round is open in which they are one of those who write; of authors: the commentary is there. */
  readonly isAtWork: boolean;
}

export interface AboutMarginThread {
  readonly reader: MarginReader;
  /** They began it, as a reviewer. */
  readonly isOwn: boolean;
  /** They have sent what they advise in its round: what others say does not lead them any more. */
  readonly hasAdvised: boolean;
  readonly audience: MarginAudience;
  /** An editor has decided on what it begins with. */
  readonly isTold: boolean;
  readonly isSettled: boolean;
}

const see = ({ reader, isOwn, hasAdvised, audience, isTold }: AboutMarginThread): boolean => {
  switch (reader.as) {
    case 'editor':
      return true;
    case 'reviewer':
      return isOwn || (hasAdvised && audience === 'authors');
    case 'author':
    case 'witness':
      return audience === 'authors' && isTold;
  }
};

const answer = (about: AboutMarginThread): boolean => {
  const { as, isAtWork } = about.reader;
  return see(about) && isAtWork && as !== 'witness' && (as !== 'reviewer' || about.isOwn);
};

/** Each ability over a thread in the margin, and who has it. */
export const marginThreadRules = {
  see,
  answer,
  /** Say that it is dealt with. */
  settle: (about: AboutMarginThread) =>
    answer(about) && about.reader.as === 'author' && !about.isSettled,
  /** Say that it is not, after all. */
  reopen: (about: AboutMarginThread) => answer(about) && about.isSettled,
} as const satisfies Record<string, (about: AboutMarginThread) => boolean>;
export type MarginThreadAbility = keyof typeof marginThreadRules;

export interface AboutMarginNote {
  readonly reader: MarginReader;
  /** They wrote it. */
  readonly isOwn: boolean;
  readonly isTold: boolean;
  readonly isRemoved: boolean;
}

/** Each ability over a note of a thread that one sees. What was told is not changed, but answered. */
export const marginNoteRules = {
  /** Also whoever removed it: they may bring it back. */
  see: ({ reader, isOwn, isTold }: AboutMarginNote) =>
    isOwn || isTold || reader.as === 'editor' || reader.as === 'reviewer',
  change: ({ reader, isOwn, isTold, isRemoved }: AboutMarginNote) =>
    isOwn && !isTold && !isRemoved && reader.isAtWork,
  remove: ({ reader, isOwn, isTold, isRemoved }: AboutMarginNote) =>
    isOwn && !isTold && !isRemoved && reader.isAtWork,
  restore: ({ reader, isOwn, isRemoved }: AboutMarginNote) => isOwn && isRemoved && reader.isAtWork,
} as const satisfies Record<string, (about: AboutMarginNote) => boolean>;
export type MarginNoteAbility = keyof typeof marginNoteRules;

/** What the name of whoever wrote a note depends on. */
export interface AboutMarginName {
  readonly reader: MarginReader;
  readonly isOwn: boolean;
  readonly writtenAs: MarginRole;
  /** Of the round of the thread. */
  readonly names: 'open' | 'closed';
}

/**
 * Whether the one who reads is told who wrote a note. Reviewers are told of nobody: neither of each
 * other, nor which of the authors answers, nor which editor.
 */
export function tellsMarginName({ reader, isOwn, writtenAs, names }: AboutMarginName): boolean {
  if (isOwn || reader.as === 'editor') return true;
  if (reader.as === 'reviewer') return false;
  return writtenAs !== 'reviewer' || names === 'open';
}
