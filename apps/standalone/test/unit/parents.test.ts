import { describe, expect, test } from 'vitest';
import { programName, readLink, runnersAbove, type Link } from '../../src/parents.ts';

const table =
  (...rows: [number, string, number][]) =>
  (pid: number): Link | null => {
    const row = rows.find(([number]) => number === pid);
    return row === undefined ? null : { pid, name: row[1], parent: row[2] };
  };

const names = (read: (pid: number) => Link | null) => runnersAbove(9, read).map(({ name }) => name);

describe('the chain that is watched', () => {
  test('goes up to npx and leaves the terminal out', () => {
    const read = table(
      [9, 'node', 8],
      [8, 'sh', 7],
      [7, 'pnpm', 6],
      [6, 'sh', 5],
      [5, 'npm exec pnpm@1', 4],
      [4, 'bash', 3],
      [3, 'sshd', 1],
    );
    expect(names(read)).toEqual(['node', 'sh', 'pnpm', 'sh', 'npm exec pnpm@1']);
  });

  test('is empty where nobody ran us but a shell', () => {
    expect(names(table([9, 'node', 8], [8, 'sh', 7], [7, 'bash', 1]))).toEqual([]);
  });

  test('ends at a process that is no runner', () => {
    const read = table([9, 'node', 8], [8, 'pnpm', 7], [7, 'systemd', 6], [6, 'npm', 1]);
    expect(names(read)).toEqual(['node', 'pnpm']);
  });
});

test.runIf(process.platform === 'linux')('a process knows its parent', () => {
  expect(readLink(process.pid)?.parent).toBe(process.ppid);
});

test('a runner that is itself a script is known by it', () => {
  expect(programName('MainThread', '/usr/lib/node_modules/corepack/dist/pnpm.js')).toBe('pnpm.js');
  expect(programName('npm exec pnpm@1', '')).toBe('npm exec pnpm@1');
});
