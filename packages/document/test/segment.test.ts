import fc from 'fast-check';
import { expect, test } from 'vitest';

import { codePointSlice, segmentLimbs, segmentSentences } from '../src/index.ts';

const cut = (text: string, lang: string): readonly string[] =>
  segmentSentences(text, lang).map(({ start, end }) => codePointSlice(text, start, end));

test.each([
  ['……并重。（一）甲；乙。', ['……并重。', '（一）甲；乙。']],
  ['他说：“停。”然后走了。', ['他说：“停。”', '然后走了。']],
  ['甲。”）乙。', ['甲。”）', '乙。']],
  ['见《论。说》一文。完。', ['见《论。说》一文。', '完。']],
  ['真的？！好！', ['真的？！', '好！']],
  ['他想……算了。走吧……', ['他想……算了。', '走吧……']],
  ['一；二；三。', ['一；二；三。']],
  ['无句号', ['无句号']],
])('zh: %s', (text, wanted) => {
  expect(cut(text, 'zh-Hans')).toEqual(wanted);
});

test.each([
  ['The U.S. Congress enacted it.', ['The U.S. Congress enacted it.']],
  ['Under 17 U.S.C. § 107.', ['Under 17 U.S.C. § 107.']],
  ['See Sec. 3 and No. 5. It applies.', ['See Sec. 3 and No. 5.', 'It applies.']],
  ['I. Opportunities', ['I. Opportunities']],
  ['(1) Major opportunities.', ['(1) Major opportunities.']],
  [
    'As in Art. 5 para. 2 cf. J. Smith, i.e. here.',
    ['As in Art. 5 para. 2 cf. J. Smith, i.e. here.'],
  ],
  [
    'Shopping, finance, etc., are widespread. More.',
    ['Shopping, finance, etc., are widespread.', 'More.'],
  ],
  ['Households, etc. are meant.', ['Households, etc. are meant.']],
  ['Of households, etc. The next.', ['Of households, etc.', 'The next.']],
  ['He said “stop.” Then he went.', ['He said “stop.”', 'Then he went.']],
  ['It rose 3.5 percent. Good.', ['It rose 3.5 percent.', 'Good.']],
  ['Why? Because.', ['Why?', 'Because.']],
  ['No stop at the end', ['No stop at the end']],
])('en: %s', (text, wanted) => {
  expect(cut(text, 'en')).toEqual(wanted);
});

test('nothing but spaces is lost between sentences', () => {
  const unit = fc.constantFrom(
    '甲',
    'A',
    'b',
    '。',
    '.',
    '”',
    '）',
    '（',
    '《',
    '》',
    ' ',
    '𠮷',
    '；',
  );
  fc.assert(
    fc.property(fc.string({ unit }), fc.constantFrom('zh-Hans', 'en'), (text, lang) => {
      const bare = (value: string): string => value.replace(/\s/gu, '');
      expect(bare(cut(text, lang).join(''))).toBe(bare(text));
    }),
  );
});

test('limbs end with their semicolon', () => {
  const limbs = (text: string): readonly string[] =>
    segmentLimbs(text).map(({ start, end }) => codePointSlice(text, start, end));
  expect(limbs('一；二；三。')).toEqual(['一；', '二；', '三。']);
  expect(limbs('one; two; three.')).toEqual(['one;', 'two;', 'three.']);
});
