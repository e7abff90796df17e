import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { dump, migrate, restore } from '@glossator/api/operations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryCluster, type Cluster } from '../../src/postgres/index.ts';
import { newDatabase, query } from './cluster-database.ts';
import { migrationFolder } from './migration-folder.ts';

// A circle of foreign keys, a generated column, a trigger whose work is in the data already, a row
// a migration puts in, and every kind of text COPY has to write another way.
const first = `
  create table person (id integer generated always as identity primary key, name text not null,
    length integer generated always as (char_length(name)) stored, favourite integer);
  create table note (id bigint generated always as identity primary key, author integer not null references person,
    body text, raw bytea, at timestamptz not null default now(), tags text[]);
  alter table person add foreign key (favourite) references note;
  create table tally (notes integer not null);
  insert into tally values (0);
  create function count_note() returns trigger language plpgsql as $$ begin update tally set notes = notes + 1; return null; end $$;
  create trigger counted after insert on note for each row execute function count_note();
  create view names as select name from person;`;
const second = `alter table note add column later text not null default 'added'`;

let cluster: Cluster;
let folder = '';
let source = '';
const older = migrationFolder({ '0001_first.sql': first });
const newer = migrationFolder({ '0001_first.sql': first, '0002_second.sql': second });

beforeAll(async () => {
  cluster = await temporaryCluster();
  folder = mkdtempSync(path.join(os.tmpdir(), 'backup-'));
  writeFileSync(path.join(folder, 'key'), 'k'.repeat(40));
  source = await newDatabase(cluster);
  await migrate(source, older.dir);
  await query(
    source,
    `
    insert into person (name) select E'name\\t' || n || E'\\\\ 网络\\n' from generate_series(1, 500) n;
    insert into note (author, body, raw, tags) select 1 + n % 500, case when n % 7 = 0 then null else repeat(n::text, 300) end, '\\x00ff0a', '{a,"b c",null}' from generate_series(1, 6000) n;
    update person set favourite = id; delete from note where id > 5990;`,
  );
});
afterAll(async () => {
  await cluster.stop();
  for (const end of [older.end, newer.end]) end();
  rmSync(folder, { recursive: true });
});

const file = (name: string) => path.join(folder, name);
const take = (name: string) => dump({ url: source, file: file(name), keyFile: file('key') });

async function into(url: string, name: string, dir = older.dir) {
  const keys: string[] = [];
  const keepKey = (key: Buffer) => keys.push(key.toString());
  await restore({ url, file: file(name), dir, keepKey, report: () => undefined });
  return keys;
}

const content = (url: string) =>
  query(
    url,
    `select md5(string_agg(t::text, '|' order by t.id)) as notes, (select md5(string_agg(p::text, '|' order by p.id)) from person p) as people,
    (select notes from tally) as tally from note t`,
  );

test('comes back as it was, with its key and its numbers', async () => {
  const manifest = await take('whole');
  expect(statSync(file('whole')).mode & 0o777).toBe(0o600);
  expect(manifest.tables.find(({ name }) => name === 'note')?.parts.length).toBeGreaterThan(1);
  const url = await newDatabase(cluster);
  expect(await into(url, 'whole')).toEqual(['k'.repeat(40)]);
  expect(await content(url)).toEqual(await content(source));
  // Numbers of what was deleted are not given again; checks and triggers are back.
  expect(await query(url, `insert into note (author) values (1) returning id`)).toEqual([
    { id: '6001' },
  ]);
  expect(await query(url, 'select notes from tally')).toEqual([{ notes: 6001 }]);
  await expect(query(url, 'insert into note (author) values (0)')).rejects.toMatchObject({
    code: '23503',
  });
  await expect(query(url, 'update person set length = 1')).rejects.toMatchObject({ code: '428C9' });
});

test('is one moment of a database that is written to', async () => {
  const url = await newDatabase(cluster);
  await into(url, 'whole');
  const end = new AbortController();
  let written = 0;
  const writer = (async () => {
    // A note and its author come and go together.
    while (!end.signal.aborted) {
      await query(
        url,
        `with p as (insert into person (name) values ('both') returning id) insert into note (author) select 1 from p`,
      );
      written += 1;
    }
  })();
  await dump({ url, file: file('moving'), keyFile: null });
  const before = written;
  end.abort();
  await writer;
  expect(before).toBeGreaterThan(0);
  const copy = await newDatabase(cluster);
  expect(await into(copy, 'moving')).toEqual([]);
  const [row] = await query(
    copy,
    `select (select count(*) from person) - 500 as people, (select count(*) from note) - 5990 as notes, (select notes from tally) - 6000 as tally`,
  );
  expect(row?.['people']).toBe(row?.['notes']);
  expect(String(row?.['tally'])).toBe(row?.['notes']);
});

test('of an older version receives the migrations made since', async () => {
  const url = await newDatabase(cluster);
  await into(url, 'whole', newer.dir);
  expect(await query(url, 'select distinct later from note')).toEqual([{ later: 'added' }]);
});

test('of a newer version is refused before anything is written', async () => {
  const url = await newDatabase(cluster);
  await migrate(url, newer.dir);
  await dump({ url, file: file('newer'), keyFile: null });
  const target = await newDatabase(cluster);
  await expect(into(target, 'newer')).rejects.toThrow(/newer version/);
  expect(
    await query(target, `select from pg_class where relnamespace = 'public'::regnamespace`),
  ).toEqual([]);
});

test('replaces what a start has loaded, but never people', async () => {
  const fresh = await newDatabase(cluster);
  await migrate(fresh, newer.dir);
  await into(fresh, 'whole');
  expect(await content(fresh)).toEqual(await content(source));
  await expect(into(fresh, 'whole')).rejects.toThrow(/holds accounts already/);
  const foreign = await newDatabase(cluster);
  await query(foreign, 'create table something (id integer)');
  await expect(into(foreign, 'whole')).rejects.toThrow(/something else/);
});

test('is never written over, and leaves no half file', async () => {
  await expect(take('whole')).rejects.toThrow(/exists already/);
  await expect(take('no/such/folder')).rejects.toThrow(/cannot be written \(ENOENT\)/);
  expect(existsSync(file('whole.part'))).toBe(false);
});

test('that was damaged is refused before anything is written', async () => {
  const target = await newDatabase(cluster);
  const tar = gunzipSync(readFileSync(file('whole')));
  const flipped = Buffer.from(tar);
  const at = flipped.indexOf('name\\t7');
  flipped[at] = 'N'.charCodeAt(0);
  writeFileSync(file('flipped'), gzipSync(flipped));
  writeFileSync(file('short'), gzipSync(tar.subarray(0, 1 << 20)));
  copyFileSync(file('whole'), file('cut'));
  writeFileSync(file('cut'), readFileSync(file('whole')).subarray(0, 50_000));
  writeFileSync(file('text'), 'not an archive');
  await expect(into(target, 'flipped')).rejects.toThrow(
    /damaged, tables\/person\/000001\.copy .*nothing was written/,
  );
  for (const name of ['short', 'cut', 'text', 'absent']) {
    await expect(into(target, name), name).rejects.toThrow(/nothing was written/);
  }
  expect(
    await query(target, `select from pg_class where relnamespace = 'public'::regnamespace`),
  ).toEqual([]);
});
