import { describe, expect, it } from 'vitest';
import { readerCommand } from './reader-keys.ts';

const press = (key: string, over: object = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
  defaultPrevented: false,
  ...over,
});
const free = { inField: false, onClause: false };

describe('single keys', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['v', 'view'],
    ['n', 'note'],
    ['p', 'note-back'],
    ['m', 'mark'],
    ['?', 'help'],
    ['x', null],
    ['constructor', null],
  ])('%s means %s', (key, command) => {
    expect(readerCommand(press(key), free)).toBe(command);
  });

  it('write where a clause has the focus, and only there', () => {
    expect(readerCommand(press('Enter'), { inField: false, onClause: true })).toBe('write');
    expect(readerCommand(press('Enter'), free)).toBeNull();
  });

  it.each([
    ['in a text field', press('j'), { inField: true, onClause: false }],
    ['while Chinese is composed', press('j', { isComposing: true }), free],
    ['while an old input method composes', press('j', { keyCode: 229 }), free],
    ['with Control', press('j', { ctrlKey: true }), free],
    ['with Alt', press('j', { altKey: true }), free],
    ['with Command', press('j', { metaKey: true }), free],
    ['where somebody else took the key', press('j', { defaultPrevented: true }), free],
  ])('do nothing %s', (_name, event, focus) => {
    expect(readerCommand(event, focus)).toBeNull();
  });
});
