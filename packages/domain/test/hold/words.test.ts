import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileWords, readWordList, wordListLimits, type WordMatcher } from '../../src/index.ts';

const matcher = (words: readonly string[], foldHan?: (one: string) => string): WordMatcher =>
  compileWords([{ id: '1', name: 'one', words, isTold: true, holdsInPublish: true }], foldHan);
const found = (words: readonly string[], text: string): readonly string[] =>
  matcher(words)
    .find(text)
    .map(({ word }) => word);

describe('a listed word is found', () => {
  test.each([
    ['in either case', 'Casino', 'the CASINO.'],
    ['in wide letters', 'casino', 'ｃａｓｉｎｏ'],
    ['with characters of no width', 'casino', 'ca\u200bsi\u00adno\ufeff'],
    ['spelled out', 'casino', 'Come to a c a s i n o today'],
    ['spelled with marks', 'casino', 'c.a.s-i*n_o'],
    ['with a mark in it', 'casino', 'cas**ino**'],
    ['with piled accents', 'casino', 'c\u0335a\u0336s\u0337i\u0338no'],
    ['in an address', 'casino', 'https://www.my-casino.example/x'],
    ['as a phrase over a line', 'cheap pills', 'Cheap\n  PILLS!'],
    ['as a phrase with a dash', 'cheap pills', 'cheap-pills'],
    ['beside hanzi', 'casino', '去casino吧'],
    ['anywhere among hanzi', '赌场', '线上赌场开业'],
    ['over a space among hanzi', '赌场', '赌 场'],
    ['over marks among hanzi', '赌场', '赌*.场'],
    ['over a line among hanzi', '赌场', '赌\n场'],
    ['of both scripts', '加v信', '请加 V 信'],
    ['with an apostrophe', 'don’t', "DON'T"],
    ['in letters of other scripts', 'ΣΊΣΥΦΟΣ', 'σίσυφος'],
  ])('%s', (_how, word, text) => {
    expect(found([word], text)).toEqual([word]);
  });

  test('in either kind of hanzi', () => {
    const fold = (one: string): string => ({ 賭: '赌', 場: '场' })[one] ?? one;
    expect(matcher(['赌场'], fold).find('賭場')).toHaveLength(1);
    expect(matcher(['賭場'], fold).find('赌场')).toHaveLength(1);
    expect(matcher(['赌场']).find('賭場')).toHaveLength(0);
  });
});

describe('nothing is found', () => {
  test.each([
    ['inside another word', 'pen', 'the opening happened'],
    ['across words', 'anus', 'an us-led talk'],
    ['across a stop among hanzi', '民主', '为了人民，主权在此'],
    ['across paragraphs among hanzi', '民主', '人民\n\n主权'],
    ['of a pattern', 'c.*o', 'casino'],
    ['of a class', '[a-z]+', 'casino'],
    ['in a text without words', 'casino', '— … !'],
  ])('%s', (_where, word, text) => {
    expect(found([word], text)).toEqual([]);
  });

  test('without a list', () => {
    expect(compileWords([]).find('casino')).toEqual([]);
  });
});

test('what is found is each once, in the order of the lists', () => {
  const all = compileWords([
    { id: '1', name: 'one', words: ['b', 'a'], isTold: false, holdsInPublish: false },
    { id: '2', name: 'two', words: ['A'], isTold: true, holdsInPublish: true },
  ]);
  expect(all.find('a b a b').map(({ list, word }) => `${list.id}${word}`)).toEqual([
    '1b',
    '1a',
    '2A',
  ]);
});

const letter = fc.constantFrom('a', 'b', 'c', '网', '络', 'é');
const wordOf = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
test('a word is found wherever it stands alone, whatever is put between', () => {
  const between = fc.constantFrom(' ', '. ', '，', '\n', ' — ', '\u200b ');
  fc.assert(
    fc.property(fc.array(wordOf, { minLength: 1 }), wordOf, between, (others, word, gap) => {
      expect(found([word], [...others, word, ...others].join(gap))).toEqual([word]);
    }),
  );
});

test('any text and any list are taken', () => {
  const any = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(fc.array(any), any, (words, text) => {
      const seen = found(words, text);
      expect(seen.every((word) => words.includes(word))).toBe(true);
    }),
  );
});

// A package sees no types of where it runs.
declare const performance: { readonly now: () => number };

const hostile: Record<string, (length: number) => string> = {
  'one letter': (length) => 'a'.repeat(length),
  'one letter, spelled': (length) => 'a '.repeat(length / 2),
  'unseen characters': (length) => 'a\u200b'.repeat(length / 2),
  'marks on one letter': (length) => `a${'\u0301\u0316'.repeat(length / 2)}`,
  'blank lines': (length) => '\n '.repeat(length / 2),
  'hanzi that grow': (length) => '\ufdfa'.repeat(length),
  'ends of links': (length) => '](//'.repeat(length / 4),
};
test.each(Object.entries(hostile))('%s cost in proportion to their number', (_name, make) => {
  // A long text against its sixteenth: the square would be 256 times, and the run is one.
  const all = matcher(Array.from({ length: 60 }, (_, n) => `${'a'.repeat(n + 1)}b`));
  const cost = (text: string): number => {
    const start = performance.now();
    all.find(text);
    return performance.now() - start;
  };
  const [short, long] = [make(1_000), make(16_000)];
  all.find(short);
  const ratios = Array.from({ length: 3 }, () => cost(long) / Math.max(cost(short), 0.1));
  expect(Math.min(...ratios)).toBeLessThan(80);
});

describe('a pasted list', () => {
  test('has a word a line, without comments, repetitions and empty lines', () => {
    const pasted =
      '\ufeff# heading\r\ncasino # why\r\n\n  赌场  \nＣＡＳＩＮＯ\ncheap   pills\n#casino2\nc#';
    expect(readWordList(pasted)).toEqual({
      words: ['casino', '赌场', 'cheap pills', 'c#'],
      repeated: [5],
      failures: [],
    });
  });

  test('tells the lines that cannot be words', () => {
    const pasted = `ok\n${'x'.repeat(101)}\n***\na\u0007b`;
    expect(readWordList(pasted)).toEqual({
      words: ['ok'],
      repeated: [],
      failures: [
        { problem: 'too-long', line: 2, text: 'x'.repeat(40) },
        { problem: 'no-letters', line: 3, text: '***' },
        { problem: 'malformed', line: 4, text: 'a\u0007b' },
      ],
    });
  });

  test('holds two thousand words, a hundred code points each', () => {
    const word = (n: number): string =>
      `𠀀${String(n).padStart(5, '0')}`.padEnd(n === 0 ? 101 : 46, 'x');
    const most = Array.from({ length: wordListLimits.words }, (_, n) => word(n));
    expect(readWordList(most.join('\n'))).toMatchObject({ failures: [], repeated: [] });
    expect(readWordList([...most, 'more', 'still more'].join('\n')).failures).toEqual([
      { problem: 'too-many', line: 2_001, text: 'more' },
    ]);
    expect(matcher(most).find(`${word(0)} ${word(1_999)}`)).toHaveLength(2);
  });

  test('is not longer than a form takes', () => {
    expect(readWordList('# '.padEnd(wordListLimits.pasted + 1, 'x')).failures).toEqual([
      { problem: 'too-large', line: 1, text: '' },
    ]);
  });

  test.each(['', '\n\n', '# nothing but a comment'])('is not empty: %j', (pasted) => {
    expect(readWordList(pasted).failures).toEqual([{ problem: 'empty', line: 1, text: '' }]);
  });

  test('tells twenty failures at most', () => {
    expect(readWordList('***\n'.repeat(50)).failures).toHaveLength(20);
  });

  test('read again gives itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (pasted) => {
        const { words } = readWordList(pasted);
        if (words.length > 0) expect(readWordList(words.join('\n')).words).toEqual(words);
      }),
    );
  });
});
