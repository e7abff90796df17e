import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, htmlOf, textOf } from '../../src/cite/index.ts';
import {
  americanDate,
  apaDate,
  bluebookDate,
  britishDate,
  dateParts,
  numericDate,
} from '../../src/cite/dates.ts';
import { between, italic, plain, rich, smallCaps, stopped } from '../../src/cite/rich.ts';
import { fullTitle, nested } from '../../src/cite/titles.ts';
import { anyText } from './any-text.ts';
import { item } from './items.ts';

describe('dates', () => {
  test.each([
    ['2026-11-30', 'November 30, 2026', 'Nov. 30, 2026', '30 November 2026', '2026, November 30'],
    ['2026-09-01', 'September 1, 2026', 'Sept. 1, 2026', '1 September 2026', '2026, September 1'],
    ['2026-05', 'May 2026', 'May 2026', 'May 2026', '2026, May'],
    ['2026-07-04', 'July 4, 2026', 'July 4, 2026', '4 July 2026', '2026, July 4'],
    ['2024-02-29', 'February 29, 2024', 'Feb. 29, 2024', '29 February 2024', '2024, February 29'],
    ['2026', '2026', '2026', '2026', '2026'],
  ])('%s', (date, american, short, british, inApa) => {
    const parts = dateParts(date) ?? [0];
    expect([american, short, british, inApa, date]).toEqual([
      americanDate(parts),
      bluebookDate(parts),
      britishDate(parts),
      apaDate(parts),
      numericDate(parts),
    ]);
  });
  test.each([
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-1-1',
    '2026-11-30T00:00:00Z',
    '2026-11-30\n',
    'x2026',
  ])('%j is none', (date) => {
    expect(dateParts(date)).toBeNull();
  });
});

describe('runs', () => {
  test('neighbours in one hand are one run', () => {
    expect(rich('a', plain('b'), italic('c'), italic('d'), smallCaps('e'), '')).toEqual([
      { text: 'ab' },
      { text: 'cd', italic: true },
      { text: 'e', smallCaps: true },
    ]);
  });
  test('hanzi stay upright in italics, and keep the space beside them', () => {
    expect(italic('Reading 战略（注） now')).toEqual([
      { text: 'Reading', italic: true },
      { text: ' 战略（注） ' },
      { text: 'now', italic: true },
    ]);
  });
  test('what is empty takes no mark', () => {
    expect(textOf(between(', ', ['a', '', [], plain('b')]))).toBe('a, b');
  });
  test.each([
    ['a', 'a.'],
    ['a.', 'a.'],
    ['(a.)', '(a.).'],
    ['“Why?”', '“Why?”'],
    ['为什么？', '为什么？'],
    ['', ''],
  ])('%s ends as %s', (text, expected) => {
    expect(textOf(stopped(plain(text)))).toBe(expected);
  });
  test('HTML has no element but ours, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const html = htmlOf(rich(plain(a), italic(b), smallCaps(c)));
        const bare = html.replace(/<\/?i>|<span class="small-caps">|<\/span>/gu, '');
        expect(bare).not.toMatch(/[<>"']/u);
        expect(bare).toBe(escapeHtml(a + b + c));
      }),
    );
  });
});

describe('titles', () => {
  test.each([
    ['en', 'Title', 'Rest', 'Title: Rest'],
    ['en', 'Why?', 'Rest', 'Why? Rest'],
    ['zh-Hans', '题', '注', '题：注'],
    ['en', 'Title', null, 'Title'],
  ])('%s: %s and %s', (language, title, subtitle, expected) => {
    expect(fullTitle(item({ language, title, subtitle }))).toBe(expected);
  });
  test.each([
    ['double', 'The “law” of "x"', 'The ‘law’ of ‘x’'],
    ['double', 'It’s (“here”)', 'It’s (‘here’)'],
    ['single', 'The ‘law’ of "x"', 'The “law” of “x”'],
    ['single', 'The states’ and ‘China’s rule’', 'The states’ and “China’s rule”'],
    ['single', 'plain', 'plain'],
  ] as const)('in %s quotation marks: %s', (outer, title, expected) => {
    expect(nested(title, outer)).toBe(expected);
  });
});
