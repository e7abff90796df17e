import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it.each([
  ['网络空间主权', '网络空间主权'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['👩🏽‍💻'.repeat(61), `${'👩🏽‍💻'.repeat(28)} … ${'👩🏽‍💻'.repeat(28)}`],
  [`${'a'.repeat(27)} b${'c'.repeat(40)}`, `${'a'.repeat(27)} … ${'c'.repeat(28)}`],
])('%s', (words, short) => {
  expect(shorten(words)).toBe(short);
});
