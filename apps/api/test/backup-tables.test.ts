import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { dump } from '../src/operations.ts';
import { freshDatabase } from './support/index.ts';

test('a back-up holds every table and every sequence there is', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'glossator-tables-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const { ownerUrl } = await freshDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  onTestFinished(() => owner.end());
  // A table of tomorrow, which nobody has told the back-up of.
  await owner.query('create table tomorrow (id integer generated always as identity)');
  await owner.query('insert into tomorrow default values');
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema', 'queue', 'live') and table_type = 'BASE TABLE'
       and table_name <> 'migration'`,
  );
  const manifest = await dump({ url: ownerUrl, file: path.join(folder, 'all'), keyFile: null });
  expect(manifest.tables.map(({ name }) => name).sort()).toEqual(
    rows.map(({ name }) => name).sort(),
  );
  expect(manifest.tables).toContainEqual(expect.objectContaining({ name: 'tomorrow', rows: 1 }));
  expect(manifest.sequences).toContainEqual({ name: 'tomorrow_id_seq', last: '1' });
});
