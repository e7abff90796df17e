// Compared by hand with pandoc 2.17.1.1 (citeproc 0.6.0.1) and Debian's citation-style-language-styles
// 0~20230209, china-national-standard-gb-t-7714-2015-numeric.csl of 20 January 2022, each item
// alone. Where ours departs:
// - commas between names (8.1; the engine writes full stops), and `et al.`, `trans.` where what is
//   cited is not in Chinese (6.1; the engine: 等, 译);
// - [EB/OL], with the day it was put there in parentheses (4.6), not [M/OL];
// - groups keep their letters (8.1: only family names are in capitals);
// - `1.0版` in Chinese (8.3), and a capital at the head of a statement otherwise;
// - the place in the whole stands where pages would; a retraction is other information of the title.

import { expect, test } from 'vitest';
import { cite } from '../../src/cite/index.ts';
import { items } from './items.ts';

test.each<[keyof typeof items, string]>([
  [
    'one',
    'LOVELACE A B. Reading the Strategy: A commentary[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'two',
    'LOVELACE A, SARTRE J P. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'three',
    'LEE A, BROWN B, CLARK C. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'four',
    'LEE A, BROWN B, CLARK C, et al. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'twelve',
    'LEE A, BROWN B, CLARK C, et al. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'group',
    'The editors of Glossator. Textual Notes on the National Cyberspace Security Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'chinese',
    '张伟. 国家网络空间安全战略评注[EB/OL]. 1.0版. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'fourChinese',
    '张伟, 王小明, 李娜, 等. 国家网络空间安全战略评注[EB/OL]. 1.0版. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'pinyin',
    'ZHANG W. Reading 国家网络空间安全战略[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'suffixAndParticle',
    'KING M L Jr, VAN BEETHOVEN L. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'undated',
    'LOVELACE A. Reading the Strategy[EB/OL]. Release 1.0. Glossator[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'doi',
    'LOVELACE A. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0. DOI:10.5555/abc.1.',
  ],
  [
    'correction',
    'LOVELACE A. Reading the Strategy[EB/OL]. Release 1.1. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.1.',
  ],
  [
    'retracted',
    'LOVELACE A. Reading the Strategy: retracted 2027-02-03[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'hostile',
    'O’BRIEN &lt;B&gt; A B. A &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; {braces} 100% TY - EVIL[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'editorsOnly',
    'DOE J, ROE R. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0.',
  ],
  [
    'edition',
    'Cyberspace Administration of China. National Cyberspace Security Strategy[EB/OL]. CREEMERS R, trans. Version 1.0.0. Glossator, 2016(2016-12-27)[2026-12-01]. https://glossator.example/t/ncss-2016@en-creemers:1.0.0.',
  ],
  [
    'clause',
    'Cyberspace Administration of China. National Cyberspace Security Strategy[EB/OL]. CREEMERS R, trans. Version 1.0.0. Glossator, 2016: IV(3) ¶1 s. 2(2016-12-27)[2026-12-01]. https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2.',
  ],
  [
    'entry',
    'LOVELACE A. On sovereignty[EB/OL]//DOE J. Reading the Strategy: A commentary. Release 1.0. Glossator, 2026: entry T12 on IV(3) ¶1 s. 2(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'chineseEntry',
    '张伟. 论主权[EB/OL]//李娜. 国家网络空间安全战略评注. 1.0版. Glossator, 2026: 条目T12, 四（三）第1段第2句(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'question',
    'LOVELACE A. What is “sovereignty”?[EB/OL]//Reading the Strategy. Release 1.0. Glossator, 2026: entry T13(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0/T13.',
  ],
  [
    'range',
    'LOVELACE A. Reading the Strategy[EB/OL]. Release 1.0. Glossator, 2026: entry T14 on IV(3) ¶1 s. 2-IV(3) ¶2 s. 1(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0/T14.',
  ],
  [
    'hinge',
    'LOVELACE A. Two words for one[EB/OL]//Reading the Strategy. Release 1.0. Glossator, 2026: entry T15 on IV(3) ¶1 s. 2 (zh ⇄ en)(2026-11-30)[2026-12-01]. https://glossator.example/k/reading@1.0/T15.',
  ],
])('gbt7714: %s', (key, expected) => {
  expect(cite(items[key], 'gbt7714').html).toBe(expected);
});
