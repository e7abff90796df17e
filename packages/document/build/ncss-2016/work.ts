import type { Path, UnitRole, WitnessZone, Work } from '../../src/index.ts';

export const work: Work = {
  key: 'cn/cac/2016-12-27/ncss',
  slug: 'ncss-2016',
  abbreviation: 'NCSS',
  titles: {
    en: 'National Cyberspace Security Strategy',
    'zh-Hans': '国家网络空间安全战略',
  },
  issuer: {
    en: 'Cyberspace Administration of China',
    'zh-Hans': '国家互联网信息办公室',
  },
  issued: '2016-12-27',
  levels: [
    {
      key: 'part',
      names: { en: 'part', 'zh-Hans': '部分' },
      numerals: { en: 'roman-upper', 'zh-Hans': 'hanzi' },
      cite: { en: ['#', 'part #'], 'zh-Hans': ['#', '第#部分'] },
    },
    {
      key: 'section',
      names: { en: 'section', 'zh-Hans': '项' },
      numerals: { en: 'decimal', 'zh-Hans': 'hanzi' },
      cite: {
        en: ['(#)', 'section #', 'section (#)', 'sec. #', 'sec. (#)'],
        'zh-Hans': ['（#）', '第（#）项', '第#项', '第（#）节', '第#节'],
      },
    },
    {
      key: 'paragraph',
      names: { en: 'paragraph', 'zh-Hans': '段' },
      numerals: { en: 'decimal', 'zh-Hans': 'decimal' },
      cite: {
        en: ['¶#', 'paragraph #', 'para. #', 'para #'],
        'zh-Hans': ['第#段'],
      },
    },
    {
      key: 'sentence',
      names: { en: 'sentence', 'zh-Hans': '句' },
      numerals: { en: 'decimal', 'zh-Hans': 'decimal' },
      cite: {
        en: ['s. #', 's#', 's.#', 's #', 'sentence #'],
        'zh-Hans': ['第#句'],
      },
    },
  ],
  rights: {
    en: 'The Chinese text is an official document of the state; the rights of each translation are stated with its edition.',
    'zh-Hans': '中文文本为国家机关公文；各译本的权利状况见该版本说明。',
  },
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The first sentence of these paragraphs is their title; those of part 2 open with a label. */
export const roles: Readonly<Record<Path, UnitRole>> = Object.fromEntries<UnitRole>([
  ['0.0.0', 'title'],
  ...range(2, 8).map((n): [Path, UnitRole] => [`1.1.${String(n)}.1`, 'run-in-heading']),
  ...range(2, 6).map((n): [Path, UnitRole] => [`1.2.${String(n)}.1`, 'run-in-heading']),
  ...range(2, 6).map((n): [Path, UnitRole] => [`2.0.${String(n)}.1`, 'run-in-label']),
]);

/** Sentences that semicolons divide into limbs of equal standing. */
export const limbs: readonly Path[] = ['3.1.1.2', '4.2.1.1'];

/** Pages of the printed copy by line; one page is missing between the fourth and the fifth. */
export const pages = [
  { first: 1, last: 33 },
  { first: 34, last: 55 },
  { first: 56, last: 83 },
  { first: 84, last: 105 },
  { first: 106, last: 129 },
  { first: 130, last: 157 },
  { first: 158, last: 213 },
  { first: 214, last: 261 },
  { first: 262, last: 306 },
  { first: 307, last: 345 },
  { first: 346, last: 379 },
  { first: 380, last: 399 },
] as const;

/** Six of the eight pages of text are damaged in their last tenth or seventh, and elsewhere hardly. */
export const zones: readonly WitnessZone[] = [
  {
    kind: 'banner',
    from: 0.85,
    to: 1,
    reason: {
      en: 'The cookie banner of the blog was printed over the foot of every page. Where it lay, whoever transcribed the copy wrote down the banner instead of the text, or guessed at what stood below it.',
      'zh-Hans':
        '博客的 Cookie 提示条印在每一页的页脚上。凡其所压之处，转录者或以提示条代替正文，或凭猜测写出其下文字。',
    },
  },
];
