import { expect, test } from 'vitest';
import { bookPages } from './book-pages.ts';

const sections = ['1', '1.1', '1.2', '2', '3'].map((address) => ({
  address,
  depth: address.split('.').length,
  titles: {},
}));
const partsOf = (...addresses: (string | null)[]) =>
  addresses.map((at, index) => ({ n: index + 1, at: at === null ? [] : [at], words: 10 }));
const cut = (parts: ReturnType<typeof partsOf>, bounds: { parts: number; words: number }) =>
  bookPages(parts, sections, bounds).map(({ from, to, section }) => [from, to, section?.address]);

test('what fits is one page', () => {
  expect(cut(partsOf(null, '1.1.1', '2.1.1'), { parts: 3, words: 30 })).toEqual([
    [1, 3, undefined],
  ]);
  expect(bookPages([], sections)).toEqual([]);
});

test('a page ends where a section does, the outermost first', () => {
  const parts = partsOf(null, '1.1.1', '1.2.1', '2.1.1', '2.1.2', '2.1.3', '3.1.1');
  expect(cut(parts, { parts: 5, words: 1_000 })).toEqual([
    [1, 3, undefined],
    [4, 7, '2'],
  ]);
  expect(cut(parts, { parts: 5, words: 35 })).toEqual([
    [1, 3, undefined],
    [4, 6, '2'],
    [7, 7, '3'],
  ]);
  expect(cut(partsOf('1.1.1', '1.1.2', '1.2.1', '1.2.2'), { parts: 3, words: 1_000 })).toEqual([
    [1, 2, '1'],
    [3, 4, '1'],
  ]);
});

test('one that is longer than a page has a page of its own', () => {
  const parts = partsOf('1.1.1', '1.1.2').map((part) => ({ ...part, words: 500 }));
  expect(cut(parts, { parts: 5, words: 100 })).toEqual([
    [1, 1, '1'],
    [2, 2, '1'],
  ]);
});

test.each([1, 2, 3, 5, 8, 13, 60])(
  'every part is on one page of at most %i, in its order',
  (most) => {
    const pool = [null, '1.1.1', '1.2.1', '2.1.1', '3.1.1', '9.9'];
    const parts = partsOf(...Array.from({ length: 60 }, (_, n) => pool[(n * n + n) % 7] ?? null));
    const pages = bookPages(parts, sections, { parts: most, words: 85 });
    expect(pages.flatMap(({ from, to }) => parts.slice(from - 1, to))).toEqual(parts);
    for (const { from, to } of pages) expect(to - from + 1).toBeLessThanOrEqual(Math.min(most, 8));
  },
);
