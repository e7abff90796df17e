import type { Statement } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';

/** One kind of what is kept about a person: a list in the JSON, a table of its own in the archive. */
export interface Kind {
  readonly name: string;
  readonly columns: readonly string[];
  /** $1 person, then the place, one parameter for each of its parts, then how many. */
  readonly statement: Statement;
  /** The place before the first row. */
  readonly start: readonly string[];
  /** Rows read at once: fewer where each may be long. */
  readonly batch: number;
  readonly present?: (row: Row) => Row;
}

export type Row = Readonly<Record<string, unknown>>;

/** What a row is ordered by: the expression, its type, and what stands before all others. */
export type Key = readonly [expression: string, type: string, start: string];
export const at = (column: string): Key => [column, 'timestamptz', ends.firstInstant];
export const id = (column: string): Key => [column, 'uuid', ends.firstUuid];

interface Options {
  readonly batch?: number;
  /** How many of the first keys are of one index, where all of them are of several tables. */
  readonly within?: number;
  readonly present?: (row: Row) => Row;
}

/** Columns as SQL, by their names in the file. `from` ends where its conditions may go on. */
export function kind(
  name: string,
  columns: Readonly<Record<string, string>>,
  from: string,
  keys: readonly Key[],
  { batch = 200, within = 0, present }: Options = {},
): Kind {
  const selected = Object.entries(columns).map(([column, sql]) => `${sql} as ${column}`);
  const places = keys.map(([expression]) => expression);
  const values = keys.map(([, type], n) => `$${String(n + 2)}::${type}`);
  const place = places.join(', ');
  // No index serves a comparison over several tables: without this each batch would begin at the first row.
  const begins =
    within === 0
      ? ''
      : `and (${places.slice(0, within).join(', ')}) >= (${values.slice(0, within).join(', ')})`;
  const told = keys.map(([expression]) => `(${expression})::text`).join(', ');
  return {
    name,
    columns: Object.keys(columns),
    statement: {
      name: `own-data-${name}`,
      text: `
        select ${selected.join(', ')}, array[${told}] as after_this
        ${from} ${begins} and (${place}) > (${values.join(', ')})
        order by ${place} limit $${String(keys.length + 2)}`,
    },
    start: keys.map(([, , start]) => start),
    batch,
    ...(present === undefined ? {} : { present }),
  };
}
