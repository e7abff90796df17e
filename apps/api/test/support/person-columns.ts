import type { TestApp } from './app.ts';

/**
 * Every column that says of whom a row is, as `table.column`: by a foreign key, or by a name that only
 * such a column would have.
 */
export async function personColumns(site: TestApp): Promise<string[]> {
  const { rows } = await site.owner.query<{ place: string }>(`
    select c.relname || '.' || a.attname as place
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'live')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and (
      exists (select from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
          and f.relname in ('person', 'account'))
      or a.attname ~ '(^|_)(e?mail|recipient)(_key)?$' and a.atttypid = 'text'::regtype
        and a.attname <> 'notice_mail'
      or a.attname ~ '(^|_)(person|author|actor|owner|user|member|sender|giver|reader|moderator)_id$'
      or a.attname ~ '_by$' and a.atttypid = 'uuid'::regtype)
    order by 1`);
  return rows.map(({ place }) => place);
}

/** The columns, of every table and of the job queue, in which a text stands somewhere. */
export async function placesOf(site: TestApp, text: string): Promise<string[]> {
  const { rows } = await site.owner.query<{ schema: string; table: string; column: string }>(
    `select c.table_schema as schema, c.table_name as table, c.column_name as column
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema in ('public', 'queue', 'live') and t.table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { schema, table, column } of rows) {
    const { rowCount } = await site.owner.query(
      `select from ${schema}.${table} where strpos(lower("${column}"::text), lower($1)) > 0 limit 1`,
      [text],
    );
    if (rowCount !== 0) found.push(`${schema === 'public' ? '' : `${schema}.`}${table}.${column}`);
  }
  return found.sort();
}
