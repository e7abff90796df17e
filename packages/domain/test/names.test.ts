import { describe, expect, test } from 'vitest';
import {
  handleBase,
  handleKey,
  isHandle,
  isWithin,
  numberedHandle,
  readTags,
  tagKey,
  type Layer,
} from '../src/index.ts';

describe('a handle', () => {
  test.each([
    ['Ada Lovelace', 'Ada-Lovelace'],
    ['李伟', '李伟'],
    ['  José  (guest)  ', 'José-guest'],
    ['A. B. See', 'A-B-See'],
    ['🙂', 'reader'],
    ['', 'reader'],
    ['x'.repeat(80), 'x'.repeat(24)],
    ['Ａｄａ', 'Ada'],
    ['Ada\u3164', 'Ada'],
    ['A\u115fd\u200ba', 'Ada'],
    ['\uffa0', 'reader'],
  ])('of %s is made from its letters', (name, base) => {
    expect(handleBase(name)).toBe(base);
    expect(isHandle(base)).toBe(true);
    expect(isHandle(numberedHandle(base, 99_999))).toBe(true);
  });

  test.each(['', '.a', 'a.', 'a..b', 'a b', 'a@b', 'x'.repeat(31), 'a\n'])('is not %j', (text) => {
    expect(isHandle(text)).toBe(false);
  });

  test('is one in either case', () => {
    expect(handleKey('Ada')).toBe(handleKey('aDA'));
  });

  test('with a number cannot be somebody else’s own', () => {
    expect(handleBase('Ada.2')).not.toBe(numberedHandle('Ada', 2));
  });
});

describe('tags', () => {
  test.each([
    [[], []],
    [['#Law', ' law ', 'LAW'], ['Law']],
    [['cyber   space'], ['cyber space']],
    [['', '#', '  '], []],
    [
      ['网络主权', 'e\u0301'],
      ['网络主权', 'é'],
    ],
  ])('%j are kept as %j', (written, kept) => {
    expect(readTags(written)).toEqual({ ok: true, value: kept });
  });

  test.each([
    [Array.from({ length: 11 }, (_, n) => String(n)), 'too-many'],
    [['x'.repeat(51)], 'too-long'],
    [['a,b'], 'malformed'],
    [['a，b'], 'malformed'],
    [['“a”'], 'malformed'],
    [['a\u0007'], 'malformed'],
    [['a\u202eb'], 'malformed'],
  ])('%j are refused', (written, reason) => {
    expect(readTags(written)).toEqual({ ok: false, reason });
  });

  test('are compared without case', () => {
    expect(tagKey('Souveraineté')).toBe(tagKey('SOUVERAINETÉ'));
  });
});

test('an audience lies within its own and within the public', () => {
  const open: Layer = { kind: 'public', ownerId: null };
  const ada: Layer = { kind: 'notebook', ownerId: 'ada' };
  const ben: Layer = { kind: 'notebook', ownerId: 'ben' };
  expect([isWithin(ada, open), isWithin(open, open), isWithin(ada, ada)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isWithin(open, ada), isWithin(ben, ada)]).toEqual([false, false]);
});
