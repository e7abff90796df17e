import type { Tallies, UnitView } from '@glossator/contract';

/** The nearest clauses with notes before and after those in focus. */
export function notedAround(
  rows: readonly UnitView[],
  tallies: Tallies,
  inFocus: ReadonlySet<string>,
): { readonly before: UnitView | undefined; readonly after: UnitView | undefined } {
  const noted = ({ uid }: UnitView): boolean => (tallies[uid] ?? 0) > 0 && !inFocus.has(uid);
  const first = rows.findIndex(({ uid }) => inFocus.has(uid));
  const last = rows.findLastIndex(({ uid }) => inFocus.has(uid));
  return {
    before: first === -1 ? undefined : rows.slice(0, first).findLast(noted),
    after: rows.slice(last + 1).find(noted),
  };
}
