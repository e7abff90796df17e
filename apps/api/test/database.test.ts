import pg from 'pg';
import { expect } from 'vitest';
import { freshDatabase, test } from './support/index.ts';

test('a test sees the shipped work and nothing of another test', async ({ db }) => {
  const { rows } = await db.query<{ count: number }>('select count(*)::int from work');
  expect(rows).toEqual([{ count: 1 }]);
  await db.query("insert into migration (name, sha256) values ('x', repeat('0', 64))");
});

test('what a test wrote is gone', async ({ db }) => {
  expect((await db.query("select from migration where name = 'x'")).rowCount).toBe(0);
});

test('the app role reads the migrations and may not write them', async () => {
  const { appUrl } = await freshDatabase();
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  expect((await client.query('select from migration')).rowCount).toBeGreaterThan(0);
  await expect(client.query('delete from migration')).rejects.toMatchObject({ code: '42501' });
  await client.end();
});
