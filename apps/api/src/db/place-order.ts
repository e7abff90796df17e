import type { ThreadOrder } from '@glossator/domain';
import { isoInstant as iso, ends } from './instant.ts';

/*
 * The orders in which the threads on a list of units stand. Each is a key of thread_place, read
 * backwards from a cursor: (work_id, uid, layer_id, …, created_at, thread_id).
 */
const counts = {
  /** Index thread_place_useful. */
  useful: ['useful', 'answers'],
  /** Index thread_place_answered. */
  answered: ['answers'],
  /** Primary key. */
  newest: [],
} as const satisfies Record<ThreadOrder, readonly ('useful' | 'answers')[]>;

/** A last row shown, or the beginning: number of its unit from 1, then its key. */
export interface PlaceCursor {
  readonly n: number;
  /** As many as the order has. */
  readonly counts: readonly number[];
  readonly created: string;
  readonly id: string;
}

export interface PlaceRow extends PlaceCursor {
  readonly thread_id: string;
}

export const countsOf = (order: ThreadOrder): number => counts[order].length;

/*
 * What one has in a layer of one's own stands before all that others think most of: it is little, and
 * would be found on the last page. More than any count.
 */
const own = 1_000_000_000;
const most = 2_147_483_647;
const list = (parts: readonly string[]): string => parts.join(', ');

interface Numbers {
  readonly work: number;
  readonly uids: number;
  readonly entries: number;
  readonly layers: number;
  /** Of the cursor: unit, instant, id, then the counts. */
  readonly cursor: number;
  readonly limit: number;
}

/**
 * Places of threads on units, in order: one short index range for each unit and layer, however many
 * there are. `e` is the place; `more` joins to it and `where` narrows it, both written on each range.
 */
export function placesSql(
  order: ThreadOrder,
  at: Numbers,
  { more = '', where = '' }: { readonly more?: string; readonly where?: string } = {},
): string {
  const $ = (n: number, type: string): string => `$${String(n)}::${type}`;
  const names = counts[order];
  const bound = (value: string, otherwise: string): string =>
    `case when u.n = ${$(at.cursor, 'integer')} then ${value} else ${otherwise} end`;
  const before = [
    ...names.map((_, n) =>
      bound(`${$(at.cursor + 3 + n, 'integer')}${n === 0 ? ' - x.up' : ''}`, String(most)),
    ),
    bound($(at.cursor + 1, 'timestamptz'), "'infinity'"),
    bound($(at.cursor + 2, 'uuid'), `'${ends.lastUuid}'`),
  ];
  const key = [...names, 'created_at', 'thread_id'];
  const down = (alias: string): string => list(key.map((name) => `${alias}.${name} desc`));
  const shown = names.map((name, n) => (n === 0 ? `p.${name} + x.up` : `p.${name}`));
  return `
    select p.thread_id, p.thread_id as id, u.n::integer as n, ${iso('p.created_at')} as created,
      array[${list(shown)}]::integer[] as counts
    from unnest(${$(at.uids, 'text[]')}, ${$(at.entries, 'boolean[]')}) with ordinality as u(uid, entry, n)
    cross join lateral (
      select l.id, l.kind, case when l.kind in ('notebook', 'waiting') then ${String(own)} else 0 end as up
      from layer l where l.id = any(${$(at.layers, 'integer[]')})
    ) x
    cross join lateral (
      select ${list(key.map((name) => `e.${name}`))} from thread_place e
      ${more}
      where e.work_id = ${$(at.work, 'integer')} and e.uid = u.uid and e.layer_id = x.id
        and (e.opening or u.entry)
        and (${list(key.map((name) => `e.${name}`))}) < (${list(before)})
        ${where}
      order by ${down('e')}
      limit ${$(at.limit, 'integer')}
    ) p
    where u.n >= ${$(at.cursor, 'integer')}
    order by ${list(['u.n', ...shown.map((each) => `${each} desc`), 'p.created_at desc', 'p.thread_id desc'])}
    limit ${$(at.limit, 'integer')}`;
}

/** The values of a cursor in the order of their numbers; the beginning where there is none. */
export const cursorValues = (order: ThreadOrder, after: PlaceCursor | null): readonly unknown[] => [
  after?.n ?? 1,
  after?.created ?? ends.lastInstant,
  after?.id ?? ends.lastUuid,
  ...counts[order].map((_, n) => after?.counts[n] ?? most),
];
