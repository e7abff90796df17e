import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, parseSearch, tokensOf, wantedOf } from '../src/index.ts';

const plain = (character: string): string => character;
const han = fc.string({
  unit: fc.constantFrom(...Array.from('网络空间主权安全国家战略一二')),
  minLength: 1,
  maxLength: 8,
});
const prose = fc.string({
  unit: fc.constantFrom(...Array.from('网络安全 ab-é1,。🙂')),
  maxLength: 40,
});

describe('tokens', () => {
  test.each([
    ['网络空间', ['网', '网络', '络', '络空', '空', '空间', '间']],
    ['cyber space', ['cyber', 'space']],
    ['wto规则', ['wto', '规', '规则', '则']],
    ["china's laws", ["china's", 'laws']],
    ['2016年', ['2016', '年']],
    ['。，！ —', []],
  ])('of %s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  test('of any text find every stretch of hanzi that stands in it', () => {
    fc.assert(
      fc.property(prose, han, prose, (before, words, after) => {
        const { text } = fold(before + words + after, plain);
        const tokens = new Set(tokensOf(text));
        for (const wanted of wantedOf(words, true).whole) expect(tokens.has(wanted)).toBe(true);
      }),
    );
  });

  test.each([
    ['网络', false, ['网络'], []],
    ['网', false, ['网'], []],
    ['sovereig', false, [], ['sovereig']],
    ['all necess', false, ['all'], ['necess']],
    ['all necess', true, ['all', 'necess'], []],
    ['a', false, ['a'], []],
    ['…', false, [], []],
  ])(
    '%s (phrase: %s) asks for %j and words that begin with %j',
    (term, phrase, whole, beginnings) => {
      expect(wantedOf(term, phrase)).toEqual({ whole, beginnings });
    },
  );
});

describe('folding', () => {
  const simplify = (character: string): string => (character === '網' ? '网' : character);

  test('makes compatibility forms, case and kinds of hanzi one', () => {
    expect(fold('網Ａb ﬁ', simplify).text).toBe('网ab fi');
  });

  test('leads every place back to the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const { text: folded, from } = fold(text, plain);
        expect(from).toHaveLength(folded.length + 1);
        expect(from.at(-1)).toBe(text.length);
        for (const [n, index] of from.entries())
          expect(index).toBeGreaterThanOrEqual(from[n - 1] ?? 0);
      }),
    );
  });
});

describe('a query', () => {
  const word = (text: string) => ({ text, phrase: false, not: false });
  test.each([
    ['', [], []],
    ['网络 主权', [word('网络'), word('主权')], []],
    [
      '"all necessary measures" tag:scope',
      [{ text: 'all necessary measures', phrase: true, not: false }],
      [['tag', 'scope']],
    ],
    ['by：李伟 “必要措施”', [{ text: '必要措施', phrase: true, not: false }], [['by', '李伟']]],
    [
      'tag:"two words" KIND:question',
      [],
      [
        ['tag', 'two words'],
        ['kind', 'question'],
      ],
    ],
    ['"tag:scope"', [{ text: 'tag:scope', phrase: true, not: false }], []],
    [
      '-draft -"not this"',
      [
        { text: 'draft', phrase: false, not: true },
        { text: 'not this', phrase: true, not: true },
      ],
      [],
    ],
    ['- a', [word('-'), word('a')], []],
    ['"never closed', [{ text: 'never closed', phrase: true, not: false }], []],
    ['http://x', [word('http://x')], []],
    ['tag: ""', [], []],
  ])('%s', (input, terms, operators) => {
    const read = parseSearch(input);
    expect(read.terms).toEqual(terms);
    expect(read.operators.map(({ name, value }) => [name, value])).toEqual(operators);
  });

  test('is never an error, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('a"“”「」:： -by\n')), maxLength: 60 }),
        (input) => {
          for (const { text } of parseSearch(input).terms) expect(text).not.toBe('');
        },
      ),
    );
  });
});
