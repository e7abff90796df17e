import { expect, test } from 'vitest';
import { cutPassage } from './cut-passage.ts';

test.each([
  ['a𠮷bc', [{ start: 1, end: 3 }], ['a', '[𠮷b]', 'c']],
  ['abc', [{ start: 0, end: 3 }], ['[abc]']],
  [
    'abcd',
    [
      { start: 0, end: 1 },
      { start: 2, end: 4 },
    ],
    ['[a]', 'b', '[cd]'],
  ],
  ['abc', [], ['abc']],
])('%s %j', (text, ranges, expected) => {
  expect(cutPassage(text, ranges).map((cut) => (cut.marked ? `[${cut.text}]` : cut.text))).toEqual(
    expected,
  );
});
