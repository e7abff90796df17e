import { queueActions } from '@glossator/domain';
import { expect, test } from 'vitest';
import { decidedBy, queueCommand } from './queue-keys.ts';

const press = (key: string, more: Partial<Parameters<typeof queueCommand>[0]> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
  defaultPrevented: false,
  ...more,
});

test.each([
  ['j', 'next'],
  ['k', 'previous'],
  ['a', 'grant'],
  ['d', 'deny'],
  ['x', 'choose'],
  ['t', 'together'],
  ['?', 'help'],
  ['q', null],
])('%s is %s', (key, command) => {
  expect(queueCommand(press(key), false)).toBe(command);
});

test.each([
  ['where people write', press('a'), true],
  ['while Chinese is composed', press('a', { isComposing: true }), false],
  ['as some browsers say that it is', press('a', { keyCode: 229 }), false],
  ['with Control', press('a', { ctrlKey: true }), false],
  ['once somebody else has taken it', press('a', { defaultPrevented: true }), false],
])('a key does nothing %s', (_name, pressed, inField) => {
  expect(queueCommand(pressed, inField)).toBeNull();
});

test('every decision has one key', () => {
  const keyed = Object.values(decidedBy).flat();
  for (const action of queueActions)
    expect(keyed.filter((each) => each === action)).toHaveLength(1);
});
