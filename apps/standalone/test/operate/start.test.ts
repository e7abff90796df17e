import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { freePort, startSite, type TestSite } from '../../src/check/test-site.ts';
import { root } from '../../src/config.ts';
import { places, socketUrl } from '../../src/postgres/index.ts';
import { query } from './cluster-database.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
}, 90_000);
afterAll(() => site.stop());

const run = (script: string, args: string[], settings: Record<string, string>) => {
  const file = path.join(root, 'apps/standalone/src', script);
  const result = spawnSync(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], ...settings },
    encoding: 'utf8',
  });
  return { code: result.status, text: result.stdout, error: result.stderr };
};

/** One sentence that says what to do, code 1, no stack. */
function refused(settings: Record<string, string>): string {
  const { code, error } = run('start.ts', [], settings);
  expect(code).toBe(1);
  expect(error).toMatch(/^[^\n]+\.\n$/);
  return error;
}

test('both names of this machine answer, and pages know one origin', async () => {
  const port = new URL(site.origin).port;
  for (const host of ['127.0.0.1', '[::1]']) {
    const live = await fetch(`http://${host}:${port}/api/health/live`);
    expect(live.status).toBe(200);
    const page = await fetch(`http://${host}:${port}/t/x?y`, { redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([308, `${site.origin}/t/x?y`]);
  }
});

test('the key is the owner’s alone', () => {
  expect(statSync(path.join(site.dataDir, 'secret')).mode & 0o777).toBe(0o600);
});

test('a link for the first administrator is printed', () => {
  expect(site.administratorLink).toMatch(new RegExp(`^${site.origin}/`));
});

test('a second start on the same data is refused and harms nothing', async () => {
  const sentence = refused({ DATA_DIR: site.dataDir, PORT: String(await freePort()) });
  expect(sentence).toContain(`process ${String(site.process.pid)}`);
  expect((await fetch(`${site.origin}/api/health/live`)).status).toBe(200);
});

test('a taken port is refused, on either family of addresses', async () => {
  for (const host of ['127.0.0.1', '::1']) {
    const server = net.createServer().listen(0, host);
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    const dataDir = path.join(os.tmpdir(), 'never-made');
    expect(refused({ PORT: String(port), DATA_DIR: dataDir })).toContain(`Port ${String(port)}`);
    expect(existsSync(dataDir)).toBe(false);
    server.close();
  }
});

test('a data folder of a newer version is refused', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'newer-'));
  onTestFinished(() => {
    rmSync(dataDir, { recursive: true });
  });
  writeFileSync(path.join(dataDir, 'format'), '99\n');
  expect(refused({ DATA_DIR: dataDir, PORT: String(await freePort()) })).toContain('newer version');
});

test.runIf(process.getuid?.() === 0)(
  'a data folder below a closed home is refused for root',
  async () => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'home-'));
    onTestFinished(() => {
      rmSync(home, { recursive: true });
    });
    const sentence = refused({ DATA_DIR: path.join(home, 'data'), PORT: String(await freePort()) });
    expect(sentence).toContain(`lies below ${home}`);
  },
);

test('an unreachable database is refused', async () => {
  const settings = {
    DATA_DIR: mkdtempSync(path.join(os.tmpdir(), 'unreachable-')),
    PORT: String(await freePort()),
  };
  onTestFinished(() => {
    rmSync(settings.DATA_DIR, { recursive: true });
  });
  const { code, error } = run('start.ts', [], {
    ...settings,
    DATABASE_URL: 'postgresql://u:word@127.0.0.1:1/x',
  });
  expect([code, error]).toEqual([
    1,
    expect.stringMatching(/^The database "x" at 127\.0\.0\.1:1 [^\n]+\.\n$/),
  ]);
});

test('the decision log of the running site is checked, and that there is one', () => {
  const start = `0:${'0'.repeat(64)}`;
  const checked = run('verify-log.ts', ['--head', start], { DATA_DIR: site.dataDir });
  expect(checked).toMatchObject({ code: 0, error: '' });
  expect(checked.text).toContain(`Head: ${start}`);
  const nowhere = run('verify-log.ts', [], { DATA_DIR: path.join(os.tmpdir(), 'never-made') });
  expect(nowhere.code).toBe(1);
  expect(nowhere.error).toContain('holds no data');
});

test('a back-up of the running site fills another', () => {
  const other = mkdtempSync(path.join(os.tmpdir(), 'other-'));
  spawnSync('chmod', ['711', other]);
  onTestFinished(() => {
    rmSync(other, { recursive: true });
  });
  const file = path.join(other, 'copy.tar.gz');
  expect(run('backup.ts', [file], { DATA_DIR: site.dataDir })).toMatchObject({
    code: 0,
    error: '',
  });
  const restored = run('restore.ts', [file], { DATA_DIR: other });
  expect(restored).toMatchObject({ code: 0, error: '' });
  expect(run('verify-log.ts', [], { DATA_DIR: other })).toMatchObject({ code: 0, error: '' });
  const secret = (dir: string) => readFileSync(path.join(dir, 'secret'), 'utf8');
  expect(secret(other)).toBe(secret(site.dataDir));
});

test('after everything was killed the next start recovers', async () => {
  const database = socketUrl(places(site.dataDir).socket, 'glossator');
  await query(database, 'create table kept as select 1 as one');
  const server = Number(
    readFileSync(path.join(site.dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0],
  );
  process.kill(server, 'SIGKILL');
  site.process.kill('SIGKILL');
  await once(site.process, 'close');
  site = await startSite({ DATA_DIR: site.dataDir, PORT: new URL(site.origin).port });
  expect(await query(database, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('a request in flight is answered when the site is asked to end', async () => {
  // The headers are sent, the body is not complete: the server has to wait for us.
  const { hostname, port } = new URL(site.origin);
  const socket = net.connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    'POST /api/none HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{',
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  site.process.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.write('}');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 [45]\d\d /);
  if (site.process.exitCode === null) await once(site.process, 'close');
  expect(site.process.exitCode).toBe(0);
  expect(existsSync(path.join(site.dataDir, 'pg/postmaster.pid'))).toBe(false);
});
