import { expect, test } from 'vitest';
import { languageTag } from './language-tag.ts';

test.each([
  ['en', 'en'],
  ['zh-hans', 'zh-Hans'],
  ['MN-cyrl', 'mn-Cyrl'],
  ['lzh', 'lzh'],
])('%s is written %s', (typed, tag) => {
  expect(languageTag(typed)).toBe(tag);
});

test.each(['', 'und', 'English', '中文', 'e', 'en-', 'en_GB', 'en-a-b-c-d'])(
  '%s names no language',
  (typed) => {
    expect(languageTag(typed)).toBeNull();
  },
);
