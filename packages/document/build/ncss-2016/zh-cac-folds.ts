import type { Fold } from '../declarations.ts';

const WIDE: Readonly<Record<string, string>> = { ',': '，', '(': '（', ')': '）' };

export const folds: readonly Fold[] = [
  {
    kind: 'fold-punctuation',
    applies: 'sentence',
    pattern: /(?<=[\u4e00-\u9fff"”])[,()](?=[\u4e00-\u9fff"“])/gu,
    replace: (match) => WIDE[match] ?? match,
    expected: 12,
    reason: {
      en: 'Half-width punctuation between hanzi, in one paragraph only; the rest of the copy has the full-width marks.',
      'zh-Hans': '汉字之间的半角标点，仅见于一段；副本其余部分均用全角标点。',
    },
  },
  {
    kind: 'fold-quotes',
    applies: 'sentence',
    pattern: /"/gu,
    replace: (_, before) => (before.replace(/[^"]/gu, '').length % 2 === 0 ? '“' : '”'),
    expected: 2,
    reason: {
      en: 'Straight quotation marks, in the same paragraph; elsewhere the copy has “ and ”.',
      'zh-Hans': '同一段中的直引号；副本其他各处作“”。',
    },
  },
  {
    kind: 'fold-numeral',
    applies: 'heading',
    pattern: /^\(([一二三四五六七八九十]+)\) /gu,
    replace: (match) => match.replace('(', '（').replace(') ', '）'),
    expected: 3,
    reason: {
      en: 'Section numerals in half-width brackets with a space after them; the twelve others are full-width without a space.',
      'zh-Hans': '项的编号用半角括号并后加空格；其余十二处均为全角、无空格。',
    },
  },
];
