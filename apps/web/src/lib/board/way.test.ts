import { expect, test } from 'vitest';
import { way } from './way.ts';

const asked = new URLSearchParams('order=least&page=2');
test.each([
  [{ page: '3' }, '', '?order=least&page=3'],
  [{ page: null }, '', '?order=least'],
  [{ questions: 'a b' }, '#questions', '?order=least&page=2&questions=a+b#questions'],
])('%j', (changes, hash, expected) => {
  expect(way(asked, changes, hash)).toBe(expected);
});
