import { expect, test } from 'vitest';
import { headArgument } from '../../src/head-argument.ts';

const digest = 'ab'.repeat(32);

test('a head is a number and a digest, as verify-log prints it', () => {
  expect(headArgument([])).toBe(null);
  expect(headArgument(['--'])).toBe(null);
  for (const args of [
    ['--head', `12:${digest}`],
    [`--head=12:${digest}`],
    ['--', '--head', `12:${digest.toUpperCase()}`],
  ])
    expect(headArgument(args)).toEqual({ seq: '12', hash: digest });
});

test.each([
  [['--head']],
  [['--head', '12']],
  [['--head', digest]],
  [['--head', `012:${digest}`]],
  [['--head', `-1:${digest}`]],
  [['--head', `12:${digest}0`]],
  [['--head', `12:${digest}`, 'more']],
  [[`--head=12:${digest}`, 'more']],
  [['--heads', `12:${digest}`]],
  [['file']],
])('%j is refused with what to write', (args) => {
  expect(() => headArgument(args)).toThrow(/verify-log --head NUMBER:DIGEST/);
});
