import { codePointLength, codePointSlice } from '@glossator/document';
import { expect, test } from 'vitest';
import { snap } from './snap.ts';

const snapped = (text: string, start: number, end: number): string | null => {
  const found = snap(text, { start, end });
  return found === null ? null : codePointSlice(text, found.start, found.end);
};

test.each([
  ['网络空间主权', 0, 2, '网络'],
  [' mutual trust ', 0, 14, 'mutual trust'],
  ['mutual trust', 6, 12, 'trust'],
  ['mutual trust', 6, 7, null],
  ['', 0, 0, null],
  ['abc', 2, 99, 'c'],
  // A family is one character of seven code points; a letter and its accent one of two.
  ['a👨‍👩‍👧‍👦b', 2, 3, '👨‍👩‍👧‍👦'],
  ['cafe\u0301s', 0, 4, 'cafe\u0301'],
  ['cafe\u0301s', 4, 6, 'e\u0301s'],
  ['𠮷野家', 0, 1, '𠮷'],
])('of %j from %d to %d: %j', (text, start, end, words) => {
  expect(snapped(text, start, end)).toBe(words);
});

test('what was snapped stays as it is', () => {
  const text = '  x👩🏽‍💻e\u0301 网络 ';
  const length = codePointLength(text);
  for (let start = 0; start < length; start += 1)
    for (let end = start; end <= length; end += 1) {
      const once = snap(text, { start, end });
      if (once !== null) expect(snap(text, once)).toEqual(once);
    }
});
