/** Why a public note may be flagged. */
export const flagReasons = [
  'wrong-clause',
  'misquotes',
  'off-topic',
  'abusive',
  'spam',
  'personal-data',
  'unlawful',
  'other',
] as const;
export type FlagReason = (typeof flagReasons)[number];

/** Why a moderator refuses a note, hands it back or takes it away; readers are told this class alone. */
export const refusalReasons = [
  'wrong-clause',
  'misquotes',
  'off-topic',
  'unclear',
  'repeated',
  'abusive',
  'spam',
  'personal-data',
  'unlawful',
  'other',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
