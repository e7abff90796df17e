import { expect, test } from 'vitest';
import { cellSigns, cellWords, heat } from './board-words.ts';

const none = { notes: 0, replies: 0, short: 0, withdrawn: 0, late: 0 };

test.each([
  [none, '', ''],
  [{ ...none, notes: 2 }, '2', 'notes: 2'],
  [{ ...none, replies: 3 }, '+3', 'replies: 3'],
  [
    { notes: 1, replies: 1, short: 2, withdrawn: 1, late: 1 },
    '1 +1 (2) −1 *',
    'notes: 1, replies: 1, too short: 2, taken back: 1, late: 1',
  ],
])('a cell in signs and in words: %j', (counts, signs, words) => {
  expect(cellSigns(counts)).toBe(signs);
  expect(cellWords(counts)).toBe(words);
});

test.each([
  [0, 0, 0],
  [1, 0, 3],
  [1, 3, 1],
  [2, 3, 2],
  [3, 3, 3],
  [9, 3, 3],
])('%i notes of %i are heat %i', (notes, needed, expected) => {
  expect(heat(notes, needed)).toBe(expected);
});
