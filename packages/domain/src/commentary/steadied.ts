/** Objects in one order of their keys, all the way down: a database gives them in its own. */
export function steadied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(steadied);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, steadied(inner)]),
  );
}
