import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hold, holderOf } from '../../src/hold.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'hold-'));
  file = path.join(folder, 'lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const module = new URL('../../src/hold.ts', import.meta.url).href;
const holder = () =>
  spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { hold } from '${module}'; console.log(JSON.stringify(hold('${file}', 'a child'))); setInterval(() => {}, 1000);`,
  ]);

test('a second holder learns who the first is, and may have it afterwards', async () => {
  const child = holder();
  await once(child.stdout, 'data');
  expect(hold(file, 'me')).toEqual({
    holder: expect.objectContaining({ pid: child.pid, purpose: 'a child' }) as unknown,
  });
  expect(holderOf(file)?.pid).toBe(child.pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(holderOf(file)).toBeNull();
  const mine = hold(file, 'me');
  expect(mine).toHaveProperty('release');
  if ('release' in mine) mine.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a number that now belongs to another process does not hold', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, since: '1', boot: 'x', purpose: 'old' }));
  expect(hold(file, 'me')).toHaveProperty('release');
});
