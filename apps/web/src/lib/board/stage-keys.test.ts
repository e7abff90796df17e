import { expect, test } from 'vitest';
import { stageStep } from './stage-keys.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  target: null,
  ...more,
});

test.each([
  [' ', 1, 2],
  ['ArrowRight', 1, 2],
  ['ArrowRight', 3, 3],
  ['ArrowDown', 1, null],
  ['PageDown', 0, 1],
  ['ArrowLeft', 1, 0],
  ['ArrowLeft', 0, 0],
  ['PageUp', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['a', 1, null],
] as const)('%j from %i of four leads to %j', (key, n, expected) => {
  expect(stageStep(press(key), n, 4)).toBe(expected);
});

test('shift and space goes back; what the browser means by a key stays its own', () => {
  expect(stageStep(press(' ', { shiftKey: true }), 2, 4)).toBe(1);
  for (const held of ['altKey', 'ctrlKey', 'metaKey'])
    expect(stageStep(press('ArrowLeft', { [held]: true }), 2, 4)).toBeNull();
  expect(stageStep(press(' ', { isComposing: true }), 2, 4)).toBeNull();
});

test('nothing on stage is nothing to go through', () => {
  expect(stageStep(press('End'), 0, 0)).toBe(0);
});
