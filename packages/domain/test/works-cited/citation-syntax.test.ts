import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationKey, splitCitations } from '../../src/works-cited/index.ts';

const worksIn = (text: string) =>
  splitCitations(text).flatMap((piece) => (piece.kind === 'citation' ? [piece.works] : []));
const work = (key: string, more: object = {}) => ({
  ...{ key, prefix: '', suffix: '', isYearAlone: false },
  ...more,
});

describe('a citation in words', () => {
  test.each([
    ['[@hart1961]', [work('hart1961')]],
    ['[@hart1961, p. 12]', [work('hart1961', { suffix: ', p. 12' })]],
    ['[@hart1961 p. 12]', [work('hart1961', { suffix: 'p. 12' })]],
    ['[@hart1961,]', [work('hart1961')]],
    [
      '[see @hart1961, ch. 5; but cf. -@fuller]',
      [
        work('hart1961', { prefix: 'see', suffix: ', ch. 5' }),
        work('fuller', { prefix: 'but cf.', isYearAlone: true }),
      ],
    ],
    ['[-@hart1961]', [work('hart1961', { isYearAlone: true })]],
    ['[@DBLP:conf/icse/Foo-1.2]', [work('DBLP:conf/icse/Foo-1.2')]],
    ['[@张伟2020，第3页]', []],
    ['[@张伟2020, 第3页]', [work('张伟2020', { suffix: ', 第3页' })]],
    ['[see\n@hart1961,\n p. 3]', [work('hart1961', { prefix: 'see', suffix: ', p. 3' })]],
  ])('%s', (text, works) => {
    expect(worksIn(text)).toEqual(works.length === 0 ? [] : [works]);
  });

  test.each([
    '[a@b.org]',
    '[[T12]]',
    '[@]',
    '[@hart; no key]',
    '[@ hart]',
    '@hart1961',
    '[@hart1961',
    '[@_x_]',
    '[]',
  ])('none in %s', (text) => {
    expect(worksIn(text)).toEqual([]);
  });

  test('two in a line, and what is between them', () => {
    expect(splitCitations('a [@x] b [@y].').map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'a '],
      ['citation', '[@x]'],
      ['text', ' b '],
      ['citation', '[@y]'],
      ['text', '.'],
    ]);
  });

  test('joined, the pieces are the text again', () => {
    const marks = fc.constantFrom('[', ']', '@', ';', ',', ' ', '-', 'a', '1', '张', '\n', '\\');
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), (characters) => {
        const text = characters.join('');
        expect(
          splitCitations(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('every key is read as it is written', () => {
    const marks = fc.constantFrom(
      'a',
      'Z',
      '9',
      'é',
      '张',
      '_',
      ':',
      '.',
      '/',
      '+',
      '-',
      ';',
      ',',
      '@',
      ']',
      '<',
    );
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 12 }), (characters) => {
        const key = characters.join('');
        const read = worksIn(`[@${key}]`)[0]?.[0]?.key === key;
        expect(read).toBe(citationKey.test(key));
      }),
    );
  });
});
