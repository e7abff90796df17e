import { expect, test } from 'vitest';
import { splitLinks } from './split-links.ts';

test.each([
  ['', []],
  ['no link', [null]],
  ['https://example.org/confirm?token=a-_b', ['https://example.org/confirm?token=a-_b']],
  [
    'Open http://localhost:3000/reset?token=abc.',
    [null, 'http://localhost:3000/reset?token=abc', null],
  ],
  ['打开 https://example.org/a。然后', [null, 'https://example.org/a', null]],
  ['javascript:alert(1)', [null]],
  ['a https://x.org/ b https://y.org/', [null, 'https://x.org/', null, 'https://y.org/']],
])('%s', (text, hrefs) => {
  const pieces = splitLinks(text);
  expect(pieces.map(({ href }) => href)).toEqual(hrefs);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
