import { expect, test } from 'vitest';
import { snippetOf } from '../src/features/search/snippet.ts';

const said = (text: string, term: string): string =>
  snippetOf(text, [term])
    .map((piece) => piece.text)
    .join('');

const english = `${'comprehensively deepening reform '.repeat(6)}sovereignty ${'governing the country '.repeat(12)}`;

test('a snippet cuts no word', () => {
  const words = said(english, 'sovereignty').replaceAll('…', '').trim().split(' ');
  expect(words.length).toBeLessThan(english.split(' ').length);
  expect(words.filter((word) => !english.split(' ').includes(word))).toEqual([]);
});

test('hanzi, and what is no word, are cut where the length is reached', () => {
  const chinese = `${'网络空间安全'.repeat(40)}主权${'网络空间安全'.repeat(40)}`;
  expect(said(chinese, '主权').length).toBeLessThan(290);
  expect(said(`${'a'.repeat(500)} sovereignty`, 'sovereignty').length).toBeLessThan(290);
});

test('between the halves of a character nothing is cut', () => {
  for (let shift = 0; shift < 4; shift += 1)
    expect(said(`${'a'.repeat(shift)}${'𠀀'.repeat(200)} 主权`, '主权')).not.toMatch(
      /\uFFFD|^… [\uDC00-\uDFFF]/,
    );
});
