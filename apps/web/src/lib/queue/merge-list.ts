import type { CasePage, CaseView } from '@glossator/contract';

export interface ShownCase {
  readonly it: CaseView;
  /** Decided or gone since the page was made: it keeps its place. */
  readonly over: boolean;
}

export interface ShownList {
  readonly cases: readonly ShownCase[];
  /** Cases that have come since and are not shown yet. */
  readonly fresh: number;
}

/** Whether a case stands in front of another: by priority, then the one that waits longer. */
const isBefore = (one: CaseView, other: CaseView): boolean =>
  one.priority === other.priority ? one.opened < other.opened : one.priority > other.priority;

/**
 * A list as it was, with what has become of its cases: nothing moves under the pointer. `now` is the
 * same question asked again; where it ends before the list does, what would
 * stand behind its end may wait still.
 */
export function mergeList(shown: readonly CaseView[], now: CasePage | null): ShownList {
  if (now === null)
    return { cases: shown.map((it) => ({ it, over: it.state !== 'open' })), fresh: 0 };
  const current = new Map(now.items.map((each) => [each.id, each]));
  const known = new Set(shown.map(({ id }) => id));
  const last = now.next === null ? undefined : now.items.at(-1);
  const isOver = (it: CaseView): boolean =>
    !current.has(it.id) && (last === undefined || isBefore(it, last));
  return {
    cases: shown.map((it) => ({ it: current.get(it.id) ?? it, over: isOver(it) })),
    fresh: now.items.filter(({ id }) => !known.has(id)).length,
  };
}
