/**
 * Whether a decision is kept from somebody who may be asked what they would have decided. The one form
 * of it; whatever tells moderators of others' decisions asks it. Primary keys and unique indexes alone.
 */
export const keptFrom = (decision: string, who: string): string => `(case
  when exists (select from second_look y where y.decision_id = ${decision} and y.looked_at is null)
  then awaits_look(${decision}, ${who}) else false end)`;
