import { expect, test } from 'vitest';

import { checkText } from '../src/index.ts';

test('text comes back in NFC with line feeds', () => {
  expect(checkText('e\u0301\r\nb\rc\td')).toEqual({ ok: true, value: 'é\nb\nc\td' });
});

test('full-width punctuation stays: NFC, never NFKC', () => {
  const text = '（三），：；“网络”';
  expect(checkText(text)).toEqual({ ok: true, value: text });
});

test.each([
  ['a\ud800b', 'lone-surrogate', 1],
  ['𠮷\0', 'nul', 1],
  ['ab\u001b[0m', 'control', 2],
  ['a\u0085', 'control', 1],
  ['a\u2028b', 'control', 1],
  ['user\u202egpj', 'bidi-override', 4],
  ['a\u2066b', 'bidi-override', 1],
  ['a\ufffe', 'noncharacter', 1],
  ['\u202e\0', 'bidi-override', 0],
])('%j is refused: %s at %i', (text, reason, at) => {
  expect(checkText(text)).toEqual({ ok: false, reason, at });
});

test.each(['سلام\u200f', '👩‍💻', '‘’', '\u00a0'])('%j is let through', (text) => {
  expect(checkText(text)).toEqual({ ok: true, value: text });
});
