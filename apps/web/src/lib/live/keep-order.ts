interface Item {
  readonly id: string;
}

/**
 * What is shown stays in its order, whatever has been marked or answered since: nothing moves under who
 * reads. What is new comes after what it now stands after.
 */
export function keepOrder<Thread extends Item>(
  before: readonly Item[],
  now: readonly Thread[],
): readonly Thread[] {
  const at = new Map(before.map(({ id }, n) => [id, n]));
  const place = ({ id }: Item): number => at.get(id) ?? -1;
  const kept = now.filter(({ id }) => at.has(id)).sort((one, other) => place(one) - place(other));
  now.forEach((thread, n) => {
    if (at.has(thread.id)) return;
    const previous = now[n - 1];
    kept.splice(previous === undefined ? 0 : kept.indexOf(previous) + 1, 0, thread);
  });
  return kept;
}
