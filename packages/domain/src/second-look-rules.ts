/** A second look at a decision: what somebody else would have decided, which changes nothing. */
export const secondLookRules = {
  /** Of a hundred decisions on a work for which nobody has said otherwise. */
  percent: 10,
  /** How long one waits to be looked at; while it does, the decision is kept from who may be asked. */
  days: 14,
} as const;
