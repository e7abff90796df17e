import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '@glossator/api/operations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryCluster, type Cluster } from '../../src/postgres/index.ts';
import { backupBeforeUpdate } from '../../src/prior-backup.ts';
import { newDatabase } from './cluster-database.ts';
import { migrationFolder } from './migration-folder.ts';

let cluster: Cluster;
let dataDir = '';
const made = migrationFolder({ '0001_one.sql': 'create table person (id int)' });
beforeAll(async () => {
  cluster = await temporaryCluster();
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'prior-'));
});
afterAll(async () => {
  await cluster.stop();
  made.end();
  rmSync(dataDir, { recursive: true });
});

test('one before each update of existing data, and the last three stay', async () => {
  const ownerUrl = await newDatabase(cluster);
  const backups = path.join(dataDir, 'backups');
  const update = async () => {
    const lines: string[] = [];
    const report = (line: string) => lines.push(line);
    const keyFile = path.join(dataDir, 'secret');
    await backupBeforeUpdate({ ownerUrl, migrations: made.dir, dataDir, keyFile, report });
    await migrate(ownerUrl, made.dir);
    return lines.length;
  };
  expect(await update()).toBe(0);
  expect(await update()).toBe(0);
  for (const number of [2, 3, 4, 5]) {
    made.write(`000${String(number)}_next.sql`, `create table t${String(number)} ()`);
    expect(await update()).toBe(1);
  }
  writeFileSync(path.join(backups, 'mine.tar.gz'), '');
  made.write('0006_next.sql', 'select 1');
  await update();
  expect(
    readdirSync(backups)
      .sort()
      .map((name) => name.slice(-24)),
  ).toEqual(
    [
      'efore-0004_next.tar.gz',
      'efore-0005_next.tar.gz',
      'efore-0006_next.tar.gz',
      'mine.tar.gz',
    ].map((name) => expect.stringContaining(name.slice(0, 20)) as string),
  );
});
