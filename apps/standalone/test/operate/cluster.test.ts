import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startCluster, temporaryCluster } from '../../src/postgres/index.ts';
import { query } from './cluster-database.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'cluster-'));
  chmodSync(dataDir, 0o711);
});
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function begin(dir = dataDir) {
  const cluster = await startCluster({ dataDir: dir });
  stops.push(cluster.stop);
  return cluster;
}

test('speaks UTF-8 whatever the machine’s language, and splits Chinese', async () => {
  const cluster = await begin();
  const [row] = await query(
    cluster.url('postgres'),
    `select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
            to_tsvector('simple', '网络，安全')::text as words`,
  );
  expect(row).toEqual({ encoding: 'UTF8', listens: '', words: `'安全':2 '网络':1` });
});

test('recovers after kill -9 with what was committed', async () => {
  const first = await begin();
  await query(first.url('postgres'), 'create table kept as select 1 as one');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const second = await begin();
  expect(await query(second.url('postgres'), 'select one from kept')).toEqual([{ one: 1 }]);
});

test('a postmaster.pid whose number belongs to somebody else is no obstacle', async () => {
  const first = await begin();
  const file = path.join(dataDir, 'pg/postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  await first.stop();
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
  await begin();
});

test('a server that survived is ended and its data taken over', async () => {
  const first = await begin();
  const second = await begin();
  await first.ended;
  expect(await query(second.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('an interrupted first start is begun again', async () => {
  await (await begin()).stop();
  rmSync(path.join(dataDir, 'pg'), { recursive: true });
  writeFileSync(path.join(dataDir, 'pg.part'), '');
  await begin();
});

test('a data folder deeper than a socket’s path may be', async () => {
  const cluster = await begin(path.join(dataDir, 'a'.repeat(60), 'b'.repeat(60)));
  expect(await query(cluster.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  const socket = new URL(cluster.url('x')).searchParams.get('host') ?? '';
  onTestFinished(() => {
    rmSync(socket, { recursive: true, force: true });
  });
});

test('data of another PostgreSQL are refused with the way out', async () => {
  await (await begin()).stop();
  writeFileSync(path.join(dataDir, 'pg/PG_VERSION'), '17\n');
  await expect(startCluster({ dataDir })).rejects.toThrow(/written by PostgreSQL 17 .* back-up/);
});

test('a throw-away cluster leaves nothing', async () => {
  const cluster = await temporaryCluster();
  await cluster.stop();
  expect(existsSync(cluster.dataDir)).toBe(false);
});

test.runIf(process.platform === 'linux')('ends by itself when its parent is killed', async () => {
  const module = new URL('../../src/postgres/index.ts', import.meta.url).href;
  const script = `import { startCluster } from '${module}';
    const cluster = await startCluster({ dataDir: '${dataDir}' }); console.log(cluster.pid);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  for (let waited = 0; existsSync(path.join(dataDir, 'pg/postmaster.pid')); waited += 50) {
    if (waited > 10_000) throw new Error(`process ${line.toString()} is still there`);
    await sleep(50);
  }
});
