/** The same query with something else asked for; null asks for it no longer. */
export function way(
  asked: Iterable<readonly [string, string]>,
  changes: Readonly<Record<string, string | null>>,
  hash = '',
): string {
  const merged = Object.entries({ ...Object.fromEntries(asked), ...changes });
  const kept = merged.filter((each): each is [string, string] => each[1] !== null);
  return `?${new URLSearchParams(kept).toString()}${hash}`;
}
