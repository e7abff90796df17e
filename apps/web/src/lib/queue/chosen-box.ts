import type { CaseView } from '@glossator/contract';

/** What a box of the list chooses: in a list of all, the first of a group stands for the whole of it. */
export function boxOf({ id, group }: CaseView, asked: string): { name: string; size: number } {
  return group !== null && group.size > 1 && !new URLSearchParams(asked).has('group')
    ? { name: `group=${group.key}`, size: group.size }
    : { name: `case=${id}`, size: 1 };
}

/** The page that is open with all of it chosen, or none: what a browser without script follows. */
export function choosingHref(
  { pathname, search }: { pathname: string; search: string },
  all: boolean,
): string {
  const query = new URLSearchParams(search);
  query.delete('done');
  if (all) query.set('chosen', 'all');
  else query.delete('chosen');
  return query.size === 0 ? pathname : `${pathname}?${query.toString()}`;
}
