/** What an address may ask for; anything else in it is not the search's. */
export const filters = ['layer', 'kind', 'tag', 'by', 'work'] as const;
export type FilterName = (typeof filters)[number];
const names: readonly string[] = ['q', 'scope', 'cursor', 'in', 'since', 'until', 'is', ...filters];

/** The search in an address, without what was left empty. */
export function asked(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...params].filter(([name, value]) => names.includes(name) && value.trim() !== ''),
  );
}

export const isChosen = (params: URLSearchParams, name: FilterName, value: string): boolean =>
  params.getAll(name).includes(value);

/** The same search with one value more, or without it; from its first page. */
export function toggled(params: URLSearchParams, name: FilterName, value: string): string {
  const others = [...asked(params)].filter(
    ([each, held]) => each !== 'cursor' && !(each === name && held === value),
  );
  const next = new URLSearchParams(others);
  if (!isChosen(params, name, value)) next.append(name, value);
  return `/search?${next.toString()}`;
}

export function following(params: URLSearchParams, cursor: string): string {
  const next = asked(params);
  next.set('cursor', cursor);
  return `/search?${next.toString()}`;
}
