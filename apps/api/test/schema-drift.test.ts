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
    `select c.table_name as table, c.column_name as column, c.is_nullable = 'YES' as nullable,
       case c.data_type when 'timestamp with time zone' then 'timestamptz'
         when 'ARRAY' then e.data_type || '[]' else c.data_type end as type
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     left join information_schema.element_types e
       on e.object_schema = c.table_schema and e.object_name = c.table_name
       and e.object_type = 'TABLE' and e.collection_type_identifier = c.dtd_identifier
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and c.table_name <> all ($1)`,
    [elsewhere],
  );
  expect(rows.length).toBeGreaterThan(100);
  expect(inCode.map(line).sort()).toEqual(rows.map(line).sort());
});
