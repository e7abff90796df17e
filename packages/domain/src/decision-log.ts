import type { Actor } from './actor.ts';

/**
 * What may have been done, and whether everybody reads of it in the ledger. A new word stands here
 * and nowhere else. Words are never renamed: rows of the chain hold them for ever.
 */
export const decisionActions = {
  approve: { public: true },
  return: { public: true },
  refuse: { public: true },
  keep: { public: true },
  hide: { public: true },
  unhide: { public: true },
  uphold: { public: true },
  overturn: { public: true },
  undo: { public: true },
  warn: { public: true },
  mute: { public: true },
  ban: { public: true },
  lift: { public: true },
  /** The rule of a work or of a part of it is set to a mode; its numbers alone; it is taken away. */
  'rule-hold-all': { public: true, rules: true },
  'rule-hold-newcomers': { public: true, rules: true },
  'rule-publish': { public: true, rules: true },
  'rule-limits': { public: true, rules: true },
  'rule-drop': { public: true, rules: true },
  /** A list of words that hold a note. */
  'list-make': { public: true, rules: true },
  'list-change': { public: true, rules: true },
  'list-drop': { public: true, rules: true },
  /** A moderator asks another one to look as well. */
  'second-look': { public: false },
  /** The author sends in again what was returned or refused. */
  resubmit: { public: false },
  appeal: { public: false },
} as const satisfies Record<string, { readonly public: boolean; readonly rules?: true }>;

export type DecisionAction = keyof typeof decisionActions;
export const allDecisionActions = Object.keys(decisionActions) as readonly DecisionAction[];
export type LedgerAction = {
  [A in DecisionAction]: (typeof decisionActions)[A]['public'] extends true ? A : never;
}[DecisionAction];
export const ledgerActions = allDecisionActions.filter(
  (action): action is LedgerAction => decisionActions[action].public,
);

/** About the rules for everybody, and about nobody's note. */
export type RuleAction = {
  [A in DecisionAction]: (typeof decisionActions)[A] extends { readonly rules: true } ? A : never;
}[DecisionAction];
/** What the ledger tells of notes and people, which a report counts. */
export type CountedAction = Exclude<LedgerAction, RuleAction>;
export const countedActions = ledgerActions.filter(
  (action): action is CountedAction => !('rules' in decisionActions[action]),
);

export const decisionRoles = ['moderator', 'administrator', 'author', 'system'] as const;
export type DecisionRole = (typeof decisionRoles)[number];

/** As what one of the staff acts. */
export const staffRole = ({ roles }: Actor): DecisionRole =>
  roles.includes('administrator') ? 'administrator' : 'moderator';

/** One row of the chain, without its own digest. Whole numbers are decimal text. */
export interface ChainedDecision {
  readonly seq: string;
  /** Digest of the row before. */
  readonly prev: string;
  /** UTC, ISO 8601 with microseconds and `Z`. */
  readonly at: string;
  /** Pseudonyms, or empty. */
  readonly actor: string;
  readonly actorRole: string;
  readonly subject: string;
  readonly action: string;
  readonly caseId: string | null;
  readonly annotationId: string | null;
  readonly revision: string | null;
  readonly work: string;
  readonly address: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  /** Digest of salt and words, or empty. */
  readonly wordsDigest: string;
  readonly waited: string | null;
  readonly batchId: string | null;
  readonly undoes: string | null;
}

/** What the first row goes on from. */
export const chainStart = '0'.repeat(64);

/** Which way of writing out is used for new rows. */
export const chainForm = 1;

/**
 * The text whose UTF-8 bytes are hashed: a JSON array of strings and nulls in the form of RFC 8785,
 * which for these is what JSON.stringify writes. Each field ends where its quotation mark says, so
 * nothing can move from one into the next. Never change form 1, not even its order: a new form gets a
 * number and a branch of its own.
 */
export function canonicalDecision(row: ChainedDecision): string {
  return JSON.stringify([
    'glossator-decision-1',
    row.seq,
    row.prev,
    row.at,
    row.actor,
    row.actorRole,
    row.subject,
    row.action,
    row.caseId,
    row.annotationId,
    row.revision,
    row.work,
    row.address,
    row.before,
    row.after,
    row.reason,
    row.wordsDigest,
    row.waited,
    row.batchId,
    row.undoes,
  ]);
}
