import type { PartKind } from '@glossator/domain';

export interface Placed {
  readonly id: string;
  readonly kind: PartKind;
  /** Number of the unit where it begins, in the order of the text. */
  readonly ord: number;
}

/**
 * Ids of all parts in their order. Into an empty commentary they come as their author has them. Among
 * others an introduction goes to the beginning, essays to the end, and entries where the text has them.
 */
export function arrange(standing: readonly Placed[], added: readonly Placed[]): string[] {
  const of = (kind: PartKind): Placed[] => added.filter((each) => each.kind === kind);
  const ids = (parts: readonly Placed[]): string[] => parts.map(({ id }) => id);
  const first = ids(of('introduction'));
  if (standing.length === 0)
    return [...first, ...ids(added.filter(({ kind }) => kind !== 'introduction'))];
  const entries = of('entry').toSorted((a, b) => a.ord - b.ord);
  const order: string[] = [];
  for (const part of standing) {
    while (part.kind === 'entry' && (entries[0]?.ord ?? Infinity) < part.ord)
      order.push(...ids(entries.splice(0, 1)));
    order.push(part.id);
  }
  return [...first, ...order, ...ids(entries), ...ids(of('essay'))];
}
