import { codePointSlice } from '@glossator/document';
import { describe, expect, it } from 'vitest';
import {
  moveEnd,
  phraseAt,
  rangeOfPhrase,
  stepPhrase,
  wordsIn,
  type Step,
} from './phrase-steps.ts';

const zh = '尊重维护网络空间主权。';
const en = 'Respecting and protecting “people’s” sovereignty, in cyberspace.';
const family = '👨‍👩‍👧‍👦';
const cut = (text: string, { start, end }: { start: number; end: number }) =>
  codePointSlice(text, start, end);

describe('the words of a text', () => {
  it.each([
    ['zh-Hans', zh, ['尊重', '维护', '网络', '空间', '主权']],
    ['en', en, ['Respecting', 'and', 'protecting', 'people’s', 'sovereignty', 'in', 'cyberspace']],
    ['en', 'cafe\u0301 2.0 𠮷野家', ['cafe\u0301', '2.0', '𠮷', '野家']],
    ['zh-Hans', '——！ ', ['—', '—', '！']],
    ['en', `${family} e\u0301`, ['e\u0301']],
    ['en', ` ${family}… `, [family, '…']],
    ['', 'two words', ['two', 'words']],
    ['en', '', []],
  ])('%s: %s', (lang, text, words) => {
    expect(wordsIn(text, lang).map((word) => cut(text, word))).toEqual(words);
  });
});

describe.each([
  ['zh-Hans', zh],
  ['en', en],
])('steps in %s', (lang, text) => {
  const words = wordsIn(text, lang);
  const last = words.length - 1;
  it.each<[Step[], [number, number]]>([
    [[], [0, 0]],
    [['on'], [1, 1]],
    [
      ['on', 'on', 'back'],
      [1, 1],
    ],
    [['extend-on'], [0, 1]],
    [
      ['extend-on', 'extend-on', 'extend-back'],
      [0, 1],
    ],
    [['last'], [last, last]],
    [
      ['last', 'extend-back', 'extend-back'],
      [last, last - 2],
    ],
    [
      ['last', 'extend-back', 'extend-back', 'back'],
      [last - 3, last - 3],
    ],
    [
      ['on', 'extend-on', 'extend-on', 'on'],
      [4, 4],
    ],
    [
      ['on', 'extend-on', 'back'],
      [0, 0],
    ],
    [
      ['on', 'extend-back', 'extend-back'],
      [1, 0],
    ],
    [
      ['on', 'extend-last'],
      [1, last],
    ],
    [
      ['last', 'extend-first'],
      [last, 0],
    ],
    [
      ['extend-last', 'first'],
      [0, 0],
    ],
  ])('%j', (steps, [anchor, head]) => {
    let phrase = { anchor: 0, head: 0 };
    for (const step of steps) phrase = stepPhrase(phrase, step, words.length) ?? phrase;
    expect(phrase).toEqual({ anchor, head });
    const range = rangeOfPhrase(words, phrase);
    const from = words[Math.min(anchor, head)];
    const to = words[Math.max(anchor, head)];
    expect(range).toEqual({ start: from?.start, end: to?.end });
  });

  it('end at either end', () => {
    expect(stepPhrase({ anchor: 0, head: 0 }, 'back', words.length)).toBeNull();
    expect(stepPhrase({ anchor: last, head: last }, 'on', words.length)).toBeNull();
    expect(stepPhrase({ anchor: 0, head: last }, 'extend-on', words.length)).toBeNull();
    expect(stepPhrase({ anchor: 0, head: 0 }, 'first', 0)).toBeNull();
  });

  it('find what is marked already', () => {
    words.forEach((word, n) => {
      expect(phraseAt(words, word)).toEqual({ anchor: n, head: n });
    });
    expect(phraseAt(words, { start: 0, end: 9_999 })).toEqual({ anchor: 0, head: last });
    expect(phraseAt(words, { start: 0, end: 0 })).toEqual({ anchor: 0, head: 0 });
    expect(phraseAt(words, { start: 9_999, end: 9_999 })).toEqual({ anchor: 0, head: 0 });
  });
});

it('no words make no range', () => {
  expect(rangeOfPhrase([], { anchor: 0, head: 0 })).toBeNull();
});

describe('the end of a selection', () => {
  it.each([
    ['grapheme', 1, 'zh-Hans', zh, 0, 1],
    ['grapheme', 1, 'en', `a${family}b`, 1, 8],
    ['grapheme', -1, 'en', `a${family}b`, 8, 1],
    ['grapheme', 1, 'en', 'cafe\u0301s', 3, 5],
    ['grapheme', -1, 'en', 'cafe\u0301s', 5, 3],
    ['grapheme', 1, 'en', 'ab', 2, 2],
    ['grapheme', -1, 'en', 'ab', 0, 0],
    ['word', 1, 'zh-Hans', zh, 0, 2],
    ['word', 1, 'zh-Hans', zh, 10, 11],
    ['word', -1, 'zh-Hans', zh, 11, 8],
    ['word', 1, 'en', en, 0, 10],
    ['word', 1, 'en', en, 4, 10],
    ['word', -1, 'en', en, 14, 11],
    ['word', -1, 'en', en, 11, 0],
  ] as const)('by %s, %d, in %s', (by, direction, lang, text, from, to) => {
    expect(moveEnd(text, from, { by, direction, lang })).toBe(to);
  });
});
