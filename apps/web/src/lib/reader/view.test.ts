import type { EditionView, WorkView } from '@glossator/contract';
import { expect, test } from 'vitest';
import { nextView, shownEditions, viewIn, viewsOf } from './view.ts';

const of = (...langs: string[]) =>
  ({ editions: langs.map((lang): Partial<EditionView> => ({ id: lang, lang })) }) as WorkView;
const two = of('zh-Hans', 'en');
const one = of('en');

test('a work in two languages has them side by side, line by line, and each alone', () => {
  expect(viewsOf(two)).toEqual(['both', 'lines', 'zh', 'en']);
  expect(viewsOf(one)).toEqual(['en']);
});

test('the key goes round the views', () => {
  const seen = ['both'];
  for (let n = 0; n < 4; n += 1) seen.push(nextView(two, seen.at(-1) ?? ''));
  expect(seen).toEqual(['both', 'lines', 'zh', 'en', 'both']);
});

test.each([
  ['lines', 'lines', ['zh-Hans', 'en']],
  ['both', 'both', ['zh-Hans', 'en']],
  ['zh', 'zh', ['zh-Hans']],
  ['fr', 'both', ['zh-Hans', 'en']],
])('%s is read as %s', (asked, view, langs) => {
  expect(viewIn(two, asked)).toBe(view);
  expect(shownEditions(two, asked).map(({ lang }) => lang)).toEqual(langs);
});
