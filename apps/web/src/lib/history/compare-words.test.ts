import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

const shown = (before: string, after: string): string =>
  compareWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}{${text}}`))
    .join('');

test.each([
  ['the same', 'the same', 'the same'],
  ['one old word', 'one new word', 'one -{old}+{new} word'],
  ['国家网络安全', '国家信息安全', '国家-{网络}+{信息}安全'],
  ['', 'all new', '+{all new}'],
  ['*em*', '**em**', '*+{*}em*+{*}'],
])('%s → %s', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test('two long texts with nothing in common are compared in bounded time', () => {
  const text = (word: string) =>
    Array.from({ length: 4_000 }, (_, n) => `${word}${String(n)}`).join(' ');
  const begun = process.cpuUsage();
  const stretches = compareWords(text('a'), text('b'));
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1_000).toBeLessThan(3_000);
  expect(
    stretches
      .filter(({ kind }) => kind !== 'added')
      .map(({ text: t }) => t)
      .join(''),
  ).toBe(text('a'));
});
