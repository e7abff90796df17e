import { expect, test } from 'vitest';
import { codePointsBefore, splitOffset } from './split-offset.ts';

test.each([
  ['One. Two.', 'Two.'],
  ['一句。两句。', '两句。'],
  ['He said “so.” Then he left.', 'Then he left.'],
  ['All in one piece', 'piece'],
])('%s is split before %s', (text, rest) => {
  expect(text.slice(splitOffset(text))).toBe(rest);
});

test('a caret is told in code points', () => {
  expect(codePointsBefore('𠀀𠀁a', 4)).toBe(2);
});
