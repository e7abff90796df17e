import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findLinks } from '../../src/hold/find-links.ts';
import { isSmallEdit } from '../../src/hold/small-edit.ts';
import { sameTextKey } from '../../src/index.ts';
import { ask } from './question.ts';

describe('the key of a text', () => {
  test.each([
    ['Who decides?', 'WHO — decides!!'],
    ['网络主权，何谓？', '网络 主权\n何谓'],
    ['ＡＢＣ１２３', 'abc123'],
    ['de\u200bcide', 'decide'],
    ['e\u0301t\u00e9', '\u00e9t\u00e9'],
  ])('%j is that of %j', (one, other) => {
    expect(sameTextKey(one)).toBe(sameTextKey(other));
  });

  test.each([
    ['Who decides?', 'Who decided?'],
    ['See https://a.test/1', 'See https://a.test/2'],
    ['👍', '👎'],
    ['', '!'],
  ])('%j is not that of %j', (one, other) => {
    expect(sameTextKey(one)).not.toBe(sameTextKey(other));
  });

  test('is 64 hexadecimal digits of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sameTextKey(text)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
});

describe('links', () => {
  test.each([
    ['none here: a.b, e.g. this; [[4.3.1.2]] and /t/strategy', []],
    ['https://A.test/x and http://www.a.test/x.', ['a.test/x']],
    ['[one](https://a.test) <http://b.test>', ['a.test', 'b.test']],
    ['[one](//a.test/)', ['a.test']],
    ['参见https://a.test/1，以及www.b.test。', ['a.test/1', 'b.test']],
    ['ｈｔｔｐｓ：／／ａ．ｔｅｓｔ', ['a.test']],
    ['ht\u200btps://a.test', ['a.test']],
    ['mailto:ada@a.test', ['ada@a.test']],
    ['[r]: https://a.test "title"', ['a.test']],
  ])('in %j are %j', (text, expected) => {
    expect([...findLinks(text)]).toEqual(expected);
  });
});

describe('a small edit', () => {
  const note = 'The measure is missing: who decides, and by which law, is left open here.';
  test.each([
    ['a mended word', note.replace('measure', 'standard'), true],
    ['a sentence taken away', note.slice(0, 40), true],
    ['a word more', note.replace('which law', 'which written law'), true],
    ['another note', 'Come and see the best offers of the season in our shop today!', false],
    [
      'another note behind the first',
      `${note} ${'Come and see our offers today. '.repeat(2)}`,
      false,
    ],
    ['nothing at all', '', true],
  ])('%s: %s', (_what, body, isSmall) => {
    expect(isSmallEdit(ask({ body, previousBody: note }))).toBe(isSmall);
  });

  test('of two words is none', () => {
    expect(isSmallEdit(ask({ body: '加我微信', previousBody: '同意。' }))).toBe(false);
  });

  test('is never a new note', () => {
    expect(isSmallEdit(ask({ body: note, isEdit: false, previousBody: note }))).toBe(false);
  });

  test('that only takes away, or changes nothing, is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isSmallEdit(ask({ body: text, previousBody: text }))).toBe(true);
      }),
    );
  });
});
