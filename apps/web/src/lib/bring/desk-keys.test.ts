import { expect, test } from 'vitest';
import { deskCommand, deskCommands } from './desk-keys.ts';

const press = (key: string, more = {}) => ({
  ...{ key, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, keyCode: 0 },
  defaultPrevented: false,
  ...more,
});
const onUnit = { inField: false, onUnit: true, withLetters: true };

test('every command has a key of its own', () => {
  const keys = 'ArrowLeft ArrowRight j k n p s m h H g x l r L R o t c e u ?'.split(' ');
  expect(keys.map((key) => deskCommand(press(key), onUnit)).toSorted()).toEqual(
    [...deskCommands].toSorted(),
  );
});

test.each([
  ['in a field', press('s'), { ...onUnit, inField: true }],
  ['while Chinese is composed', press('s', { isComposing: true }), onUnit],
  ['with another key held', press('s', { ctrlKey: true }), onUnit],
  ['where letters are switched off', press('s'), { ...onUnit, withLetters: false }],
  ['an arrow where no sentence has the focus', press('ArrowDown'), { ...onUnit, onUnit: false }],
])('no command %s', (_where, event, at) => {
  expect(deskCommand(event, at)).toBeNull();
});

test('arrows move where letters are switched off', () => {
  const at = { ...onUnit, withLetters: false };
  expect(deskCommand(press('ArrowDown'), at)).toBe('next');
});
