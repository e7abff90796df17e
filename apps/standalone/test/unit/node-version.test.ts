import { expect, test } from 'vitest';
import { refusesNode } from '../../src/node-version.ts';

test.each([['v24.0.0'], ['v26.1.0']])('%s will do', (version) => {
  expect(refusesNode(version)).toBeNull();
});

test.each([['v20.20.2'], ['v23.9.0'], ['']])('%s is refused', (version) => {
  expect(refusesNode(version)).toMatch(/needs Node 24 or newer/);
});
