import type { TestApp } from './app.ts';

/** Where a table says by a foreign key what its rows belong to. A key that is emptied binds nothing. */
interface Tie {
  readonly table: string;
  readonly columns: readonly string[];
  readonly to: string;
  readonly keys: readonly string[];
}

async function ties(site: TestApp): Promise<readonly Tie[]> {
  const { rows } = await site.owner.query<Tie>(`
    select k.conrelid::regclass::text as table, k.confrelid::regclass::text as to,
      array(select a.attname::text from unnest(k.conkey) with ordinality as c(n, i)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.n order by c.i) as columns,
      array(select a.attname::text from unnest(k.confkey) with ordinality as c(n, i)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.n order by c.i) as keys
    from pg_constraint k
    where k.contype = 'f' and k.confdeltype <> 'n' and k.conrelid <> k.confrelid`);
  return rows;
}

/** How many rows of each table are of a class, by whatever chain of keys: the list is the catalogue's. */
export async function rowsOfClass(
  site: TestApp,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const all = await ties(site);
  const conditions = new Map([['class', [`x.id = '${id}'`]]]);
  for (let before = 0; before !== conditions.size;) {
    before = conditions.size;
    for (const { table, to } of all)
      if (conditions.has(to) && !conditions.has(table)) conditions.set(table, []);
  }
  const of = (table: string, alias: string, above: readonly string[]): string => {
    if (table === 'class') return `${alias}.id = '${id}'`;
    const ways = all
      .filter((tie) => tie.table === table && conditions.has(tie.to) && !above.includes(tie.to))
      .map(({ columns, to, keys }) => {
        const inner = `${alias}o`;
        const on = columns.map((column, i) => `${inner}.${keys[i] ?? ''} = ${alias}.${column}`);
        const theirs = of(to, inner, [...above, table]);
        return `exists (select from ${to} ${inner} where ${on.join(' and ')} and ${theirs})`;
      });
    return ways.length === 0 ? 'false' : `(${ways.join(' or ')})`;
  };
  const counts: Record<string, number> = {};
  for (const table of [...conditions.keys()].sort()) {
    const { rows } = await site.owner.query<{ n: number }>(
      `select count(*)::integer as n from ${table} x where ${of(table, 'x', [])}`,
    );
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}
