import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  newestImport,
  rowsAfter,
  runningImports,
  sourcesOf,
} from '../src/features/exchange/repository.ts';
import { makeDb, type Db } from '../src/db/client.ts';
import { startApp, stopApp, type TestApp } from './support/index.ts';

/* Imports grow with people and rows with imports: neither is read as a whole. */

let site: TestApp;
let db: Db;
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

beforeAll(async () => {
  site = await startApp();
  // One connection: it alone knows what it has not yet counted for others.
  db = makeDb(site.owner);
  await site.owner.query(`
    insert into person (id, name)
      select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'P' from generate_series(1, 20000) n;
    insert into note_import (id, person_id, work_id, source, file_name, total, state)
      select p.id, p.id, w.id, 'hypothesis', '', 1, case when right(p.id::text, 4) = '0007' then 'running' else 'done' end
      from person p cross join (select id from work limit 1) w where p.name = 'P';
    insert into note_import_row (import_id, n, foreign_id, outcome, reason, from_uid, to_uid, certainty, quote, cut_tags)
      select id, n, '', 'left-out', 'malformed', '', '', 'none', '', '{}'
      from note_import, generate_series(1, 3) n;
    analyze;`);
}, 60_000);
afterAll(() => stopApp(site));

/** How many times each table was read from end to end while something ran. */
async function scans(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const count = async () => {
    await site.owner.query('select pg_stat_clear_snapshot()');
    const { rows } = await site.owner.query<{ name: string; n: string }>(
      `select relname as name, seq_scan as n from pg_stat_user_tables
       where relname in ('note_import', 'note_import_row', 'import_source', 'person')`,
    );
    return Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]));
  };
  const flush = () => site.owner.query('select pg_stat_force_next_flush()');
  await flush();
  const before = await count();
  await flush();
  await work();
  await flush();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const after = await count();
  return Object.fromEntries(Object.entries(after).filter(([name, n]) => n > (before[name] ?? 0)));
}

test.each([
  ['the newest import of a person', () => newestImport(db, id(5))],
  ['imports under way', () => runningImports(db)],
  ['rows of an import', () => rowsAfter(db, id(5), null, 0, 50)],
  ['rows that wait', () => rowsAfter(db, id(5), 'waiting', 0, 50)],
  ['where notes came from', () => sourcesOf(db, [id(1), id(2)])],
])('no scan: %s', async (name, work) => {
  const found = await scans(work);
  // Empty in this test, and so cheapest to read whole.
  if (name === 'where notes came from') delete found['import_source'];
  expect(found).toEqual({});
});

test('a scan would be seen', async () => {
  const found = await scans(() =>
    db.executeSql("select count(*) from note_import_row where quote = 'x'"),
  );
  expect(Object.keys(found)).toEqual(['note_import_row']);
});
