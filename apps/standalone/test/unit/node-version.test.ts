import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/config.ts';

const check = path.join(root, 'apps/standalone/src/node-version.cjs');

/** The check, in a process that takes itself for another version. */
function underNode(version: string) {
  const pretend = `Object.defineProperty(process, 'version', { value: '${version}' });
    require(${JSON.stringify(check)});`;
  return spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' });
}

test.each([['v24.0.0'], ['v26.1.0']])('%s will do', (version) => {
  const { status, stderr } = underNode(version);
  expect([status, stderr]).toEqual([0, '']);
});

test.each([['v8.17.0'], ['v20.20.2'], ['v23.9.0'], ['']])('%s is refused', (version) => {
  const { status, stderr } = underNode(version);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Glossator needs Node 24 or newer [^\n]+\.\n$/);
});

test('every command that runs our sources looks at the version first', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const ours = Object.entries(scripts).filter(([, text]) => text.startsWith('node '));
  expect(ours.length).toBeGreaterThan(4);
  for (const [name, text] of ours)
    expect(text, name).toMatch(/^node -r \.\/apps\/standalone\/src\/node-version\.cjs apps\//);
});
