import { expect, test } from 'vitest';
import { stepTo } from './copy-caret.ts';

const at = (line: number, column: number) => ({ line, column });
const characters = [at(1, 1), at(1, 2), at(1, 3), at(3, 1), at(4, 5), at(4, 6)];

test.each([
  ['ArrowRight', 2, 3],
  ['ArrowRight', 5, 5],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['ArrowDown', 2, 3],
  ['ArrowDown', 3, 4],
  ['ArrowDown', 5, 5],
  ['ArrowUp', 5, 3],
  ['ArrowUp', 1, 0],
  ['a', 1, null],
])('%s from %i leads to %j', (key, from, expected) => {
  expect(stepTo(characters, from, key)).toBe(expected);
});
