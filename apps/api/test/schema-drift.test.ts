import { CasingCache } from 'drizzle-orm/casing';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { expect } from 'vitest';
import * as schema from '../src/db/schema.ts';
import { test } from './support/index.ts';

/** Tables no query of ours is written over: the migrator keeps its own. */
const elsewhere = ['migration'];

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

const casing = new CasingCache('snake_case');
const tables: readonly PgTable[] = Object.values(schema);
const inCode = tables.flatMap((table): Column[] => {
  const { name, columns } = getTableConfig(table);
  return columns.map((column) => ({
    table: name,
    column: casing.getColumnCasing(column),
    type: column.getSQLType().replace('timestamp with time zone', 'timestamptz'),
    nullable: !column.notNull,
  }));
});

const line = ({ table, column, type, nullable }: Column): string =>
  `${table}.${column} ${type}${nullable ? ' null' : ''}`;

test('the tables of the queries are the tables of the migrations, both ways', async ({ db }) => {
  const { rows } = await db.query<Column>(
    `select c.relname as table, a.attname as column, not a.attnotnull as nullable,
       replace(format_type(a.atttypid, null), 'timestamp with time zone', 'timestamptz') as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and a.attnum > 0 and not a.attisdropped and c.relname <> all ($1)`,
    [elsewhere],
  );
  expect(rows.length).toBeGreaterThan(100);
  expect(inCode.map(line).sort()).toEqual(rows.map(line).sort());
});
