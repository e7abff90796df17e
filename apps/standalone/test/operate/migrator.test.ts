import { migrate, migrationState } from '@glossator/api/operations';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { temporaryCluster, type Cluster } from '../../src/postgres/index.ts';
import { newDatabase, query } from './cluster-database.ts';
import { migrationFolder } from './migration-folder.ts';

let cluster: Cluster;
let url = '';
beforeAll(async () => {
  cluster = await temporaryCluster();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  url = await newDatabase(cluster);
});

function folder() {
  const made = migrationFolder({
    '0001_one.sql': 'create table one (id int); grant select on one to glossator_app;',
    '0002_two.sql': 'create table two (id int);',
  });
  onTestFinished(made.end);
  return made;
}

test('three at once apply each file once', async () => {
  const { dir } = folder();
  const results = await Promise.all([1, 2, 3].map(() => migrate(url, dir)));
  expect(results.flatMap(({ applied }) => applied)).toEqual(['0001_one.sql', '0002_two.sql']);
});

test('three new databases of one server agree on the role', async () => {
  const { dir } = folder();
  const urls = await Promise.all([1, 2, 3].map(() => newDatabase(cluster)));
  await Promise.all(urls.map((other) => migrate(other, dir)));
});

test('the app role has the queue and no more than it was granted', async () => {
  const { dir } = folder();
  await migrate(url, dir);
  const app = url.replace('glossator@', 'glossator_app@');
  await query(app, 'select from one');
  await query(app, 'select from queue.queue');
  await expect(query(app, 'select from two')).rejects.toMatchObject({ code: '42501' });
  await expect(query(app, 'create table three ()')).rejects.toMatchObject({ code: '42501' });
});

test('a file changed after it was applied is refused', async () => {
  const made = folder();
  await migrate(url, made.dir);
  made.write('0002_two.sql', 'create table other (id int);');
  await expect(migrate(url, made.dir)).rejects.toThrow(/0002_two\.sql was changed/);
});

test('a migration that is not known here means data of a newer version', async () => {
  const made = folder();
  await migrate(url, made.dir);
  made.remove('0002_two.sql');
  await expect(migrate(url, made.dir)).rejects.toThrow(/newer version .* update the program/);
});

test('a number in between is refused', async () => {
  const made = folder();
  made.remove('0001_one.sql');
  await migrate(url, made.dir);
  made.write('0001_one.sql', 'select 1;');
  await expect(migrate(url, made.dir)).rejects.toThrow(/next free number/);
});

test('a file that fails leaves nothing, and those before it stand', async () => {
  const made = folder();
  made.write('0002_two.sql', 'create table two (id int); select nonsense;');
  await expect(migrate(url, made.dir)).rejects.toThrow(/0002_two\.sql failed .*nonsense/);
  expect(await query(url, `select to_regclass('two') as two`)).toEqual([{ two: null }]);
  const { applied, pending } = await migrationState(url, made.dir);
  expect([applied.map(({ name }) => name), pending]).toEqual([['0001_one.sql'], ['0002_two.sql']]);
});

test('an encoding other than UTF8 is refused', async () => {
  const latin = await newDatabase(
    cluster,
    `encoding 'LATIN1' locale 'C' locale_provider 'libc' template template0`,
  );
  await expect(migrate(latin, folder().dir)).rejects.toThrow(/encoding LATIN1: create one with/);
});

test('an owner who may not create roles is told what to do', async () => {
  const other = await temporaryCluster();
  onTestFinished(() => other.stop());
  await query(other.url('postgres'), 'create role plain login');
  await query(other.url('postgres'), 'create database site owner plain');
  await expect(migrate(other.url('site', 'plain'), folder().dir)).rejects.toThrow(
    /"CREATE ROLE glossator_app LOGIN"/,
  );
  await query(other.url('postgres'), 'create role glossator_app login');
  await migrate(other.url('site', 'plain'), folder().dir);
});

const unreachable: [string, RegExp][] = [
  ['postgresql://u:secret@127.0.0.1:1/x', /^The database "x" at 127\.0\.0\.1:1 .*nothing answers/],
  ['postgresql:///x?host=/nowhere', /no such socket/],
];
test.each(unreachable)('%s is one sentence', async (address, sentence) => {
  const failure = migrate(address, folder().dir);
  await expect(failure).rejects.toThrow(sentence);
  await expect(failure).rejects.not.toThrow(/secret/);
});
