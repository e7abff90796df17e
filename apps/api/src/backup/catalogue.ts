import pg from 'pg';
import type { Sequence } from './format.ts';

export const quoted = (name: string): string => `public.${pg.escapeIdentifier(name)}`;

export interface Table {
  name: string;
  /** Without generated columns, which COPY refuses and the server computes. */
  columns: string[];
}

/** Every table of schema public but the migrator's own, which the manifest carries. */
export async function tables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
           coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
    from pg_class c
    left join pg_attribute a
      on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname <> 'migration'
    group by c.oid, c.relname order by c.relname`);
  return rows;
}

/** Those that have given a number. Sequences stand outside transactions: read them after the tables. */
export async function sequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select sequencename as name, last_value::text as last
    from pg_sequences where schemaname = 'public' and last_value is not null order by sequencename`);
  return rows;
}

export interface Attached {
  table: string;
  name: string;
  definition: string;
}

export async function foreignKeys(client: pg.Client): Promise<Attached[]> {
  const { rows } = await client.query<Attached>(`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace
    order by c.relname, k.conname`);
  return rows;
}

const states: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica' };

/** The triggers of ours that fire, each with the words that put it back as it was. */
export async function firingTriggers(client: pg.Client): Promise<Attached[]> {
  const { rows } = await client.query<Attached>(`
    select c.relname as table, t.tgname as name, t.tgenabled as definition
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D'
      and c.relnamespace = 'public'::regnamespace
    order by c.relname, t.tgname`);
  return rows.map((row) => ({ ...row, definition: states[row.definition] ?? 'enable' }));
}
