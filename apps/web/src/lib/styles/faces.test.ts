import { expect, it } from 'vitest';
import { characterMap, readCharacterMap } from '../../../fonts/character-map.ts';
import { unicodeRange } from '../../../fonts/ranges.ts';
import { readSfnt, writeSfnt } from '../../../fonts/sfnt.ts';

it('writes a map of characters that is read back the same', () => {
  const characters = new Map([
    [0x3002, 7],
    [0x56fd, 1],
    [0x20000, 65_000],
  ]);
  expect(new Map(readCharacterMap(characterMap(characters)))).toEqual(characters);
});

it('writes tables that are read back the same', () => {
  const tables = new Map([
    ['glyf', Buffer.from([1, 2, 3])],
    ['cmap', Buffer.from([4])],
  ]);
  expect(readSfnt(writeSfnt(tables))).toEqual(
    new Map([
      ['cmap', Buffer.from([4])],
      ['glyf', Buffer.from([1, 2, 3])],
    ]),
  );
});

it('joins neighbours of a unicode range', () => {
  expect(unicodeRange('cab国x')).toBe('U+61-63, U+78, U+56FD');
});
