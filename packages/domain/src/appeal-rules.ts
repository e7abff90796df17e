/** When a decision can be appealed and when the appeal is to be answered. */
export const appealRules = {
  /** After a decision. */
  months: 6,
  answerDays: 7,
} as const;

/** What has become of an appeal, as its case tells it; `closed`: its note changed or went away. */
export const appealStates = ['open', 'upheld', 'overturned', 'closed'] as const;
export type AppealState = (typeof appealStates)[number];
