import { expect, test } from 'vitest';
import { settleHeadings } from './settle-headings.ts';

const levels = (html: string): string => (html.match(/<\/?h\d/g) ?? []).join('');
const of = (...written: number[]): string =>
  written
    .map((level) => `<h${String(level)} id="x">H</h${String(level)}><p>h2 &#x3C;h2></p>`)
    .join('');

test.each([
  [[2, 3, 2], 1, [2, 3, 2]],
  [[2, 3, 2], 2, [3, 4, 3]],
  [[1, 4, 2, 5], 1, [2, 3, 3, 4]],
  [[3, 2, 3], 1, [2, 2, 3]],
  [[2, 3, 4, 5, 6], 3, [4, 5, 6, 6, 6]],
  [[], 1, []],
] as const)('%j under %i is %j', (written, under, settled) => {
  expect(levels(settleHeadings(of(...written), under))).toBe(levels(of(...settled)));
});

test('nothing but levels changes', () => {
  const html = '<h2 class="a">A</h2><p>h2 &#x3C;h2> <hr></p>';
  expect(settleHeadings(html, 1)).toBe(html);
});
