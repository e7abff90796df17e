// Compared by hand with pandoc 2.17.1.1 (citeproc 0.6.0.1) and Debian's citation-style-language-styles
// 0~20230209, chicago-fullnote-bibliography.csl (The Chicago Manual of Style, 17th edition), each
// item alone. Where ours departs:
// - titles keep the capitals their authors gave them (the engine puts every word in capitals: it
//   cannot know which language or which name a word is of);
// - hanzi are not slanted, and stay upright inside an italic title;
// - `release 1.0` after a comma keeps its small letter, in mid-sentence;
// - an entry's number and clause follow the imprint in a note, and the edition in a bibliography:
//   the engine takes a place from whoever cites, never from the item;
// - an entry without a title is a place in the whole, not a part with a made-up title;
// - a family name that comes first is not turned round (the engine overlooks
//   static-ordering), and the article of a group is capitalised at the head;
// - a retraction is said, which the style has no place for.

import { expect, test } from 'vitest';
import { cite } from '../../src/cite/index.ts';
import { items } from './items.ts';

test.each<[keyof typeof items, string]>([
  [
    'one',
    'Ada Byron Lovelace, <i>Reading the Strategy: A commentary</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'two',
    'Ada Lovelace and Jean-Paul Sartre, <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'three',
    'Ann Lee, Bo Brown, and Cy Clark, <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'four',
    'Ann Lee et al., <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'twelve',
    'Ann Lee et al., <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'group',
    'The editors of Glossator, <i>Textual Notes on the National Cyberspace Security Strategy</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'chinese',
    '张伟, 国家网络空间安全战略评注, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'fourChinese',
    '张伟 et al., 国家网络空间安全战略评注, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'pinyin',
    'Zhang Wei, <i>Reading</i> 国家网络空间安全战略, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'suffixAndParticle',
    'Martin L. King Jr. and Ludwig van Beethoven, <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'undated',
    'Ada Lovelace, <i>Reading the Strategy</i>, release 1.0 (Glossator), accessed December 1, 2026, https://glossator.example/k/reading@1.0.',
  ],
  [
    'doi',
    'Ada Lovelace, <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), https://doi.org/10.5555/abc.1.',
  ],
  [
    'correction',
    'Ada Lovelace, <i>Reading the Strategy</i>, release 1.1 (Glossator, 2026), https://glossator.example/k/reading@1.1.',
  ],
  [
    'retracted',
    'Ada Lovelace, <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026; retracted February 3, 2027), https://glossator.example/k/reading@1.0.',
  ],
  [
    'hostile',
    'A &amp; B O’Brien &lt;b&gt;, <i>A &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; {braces} 100% TY - EVIL</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'editorsOnly',
    'Jane Doe and Richard Roe, eds., <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'edition',
    'Cyberspace Administration of China, <i>National Cyberspace Security Strategy</i>, trans. Rogier Creemers, version 1.0.0 (Glossator, 2016), https://glossator.example/t/ncss-2016@en-creemers:1.0.0.',
  ],
  [
    'clause',
    'Cyberspace Administration of China, <i>National Cyberspace Security Strategy</i>, ed. the editors of Glossator, trans. Rogier Creemers, version 1.0.0 (Glossator, 2016), IV(3) ¶1 s. 2, https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2.',
  ],
  [
    'entry',
    'Ada Lovelace, “On sovereignty,” in <i>Reading the Strategy: A commentary</i>, ed. Jane Doe, release 1.0 (Glossator, 2026), entry T12 on IV(3) ¶1 s. 2, https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'chineseEntry',
    '张伟, “论主权,” in 国家网络空间安全战略评注, ed. 李娜, release 1.0 (Glossator, 2026), entry T12 on IV(3) ¶1 s. 2, https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'question',
    'Ada Lovelace, “What is ‘sovereignty’?” in <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), entry T13, https://glossator.example/k/reading@1.0/T13.',
  ],
  [
    'range',
    'Ada Lovelace, <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), entry T14 on IV(3) ¶1 s. 2-IV(3) ¶2 s. 1, https://glossator.example/k/reading@1.0/T14.',
  ],
  [
    'hinge',
    'Ada Lovelace, “Two words for one,” in <i>Reading the Strategy</i>, release 1.0 (Glossator, 2026), entry T15 on IV(3) ¶1 s. 2 (zh ⇄ en), https://glossator.example/k/reading@1.0/T15.',
  ],
])('chicago-note: %s', (key, expected) => {
  expect(cite(items[key], 'chicago-note').html).toBe(expected);
});

test.each<[keyof typeof items, string]>([
  [
    'one',
    'Lovelace, Ada Byron. <i>Reading the Strategy: A commentary</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'two',
    'Lovelace, Ada, and Jean-Paul Sartre. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'three',
    'Lee, Ann, Bo Brown, and Cy Clark. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'four',
    'Lee, Ann, Bo Brown, Cy Clark, and Di Davis. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'twelve',
    'Lee, Ann, Bo Brown, Cy Clark, Di Davis, Ed Evans, Flo Ford, Gus Gray, et al. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'group',
    'The editors of Glossator. <i>Textual Notes on the National Cyberspace Security Strategy</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'chinese',
    '张伟. 国家网络空间安全战略评注. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'fourChinese',
    '张伟, 王小明, 李娜, and 欧阳修. 国家网络空间安全战略评注. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'pinyin',
    'Zhang Wei. <i>Reading</i> 国家网络空间安全战略. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'suffixAndParticle',
    'King, Martin L., Jr., and Ludwig van Beethoven. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'undated',
    'Lovelace, Ada. <i>Reading the Strategy</i>. Release 1.0. Glossator. Accessed December 1, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'doi',
    'Lovelace, Ada. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. https://doi.org/10.5555/abc.1.',
  ],
  [
    'correction',
    'Lovelace, Ada. <i>Reading the Strategy</i>. Release 1.1. Glossator, 2026. https://glossator.example/k/reading@1.1.',
  ],
  [
    'retracted',
    'Lovelace, Ada. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. Retracted February 3, 2027. https://glossator.example/k/reading@1.0.',
  ],
  [
    'hostile',
    'O’Brien &lt;b&gt;, A &amp; B. <i>A &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; {braces} 100% TY - EVIL</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'editorsOnly',
    'Doe, Jane, and Richard Roe, eds. <i>Reading the Strategy</i>. Release 1.0. Glossator, 2026. https://glossator.example/k/reading@1.0.',
  ],
  [
    'edition',
    'Cyberspace Administration of China. <i>National Cyberspace Security Strategy</i>. Translated by Rogier Creemers. Version 1.0.0. Glossator, 2016. https://glossator.example/t/ncss-2016@en-creemers:1.0.0.',
  ],
  [
    'clause',
    'Cyberspace Administration of China. <i>National Cyberspace Security Strategy</i>. Edited by the editors of Glossator. Translated by Rogier Creemers. Version 1.0.0. IV(3) ¶1 s. 2. Glossator, 2016. https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2.',
  ],
  [
    'entry',
    'Lovelace, Ada. “On sovereignty.” In <i>Reading the Strategy: A commentary</i>, edited by Jane Doe, release 1.0, entry T12 on IV(3) ¶1 s. 2. Glossator, 2026. https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'chineseEntry',
    '张伟. “论主权.” In 国家网络空间安全战略评注, edited by 李娜, release 1.0, entry T12 on IV(3) ¶1 s. 2. Glossator, 2026. https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'question',
    'Lovelace, Ada. “What is ‘sovereignty’?” In <i>Reading the Strategy</i>, release 1.0, entry T13. Glossator, 2026. https://glossator.example/k/reading@1.0/T13.',
  ],
  [
    'range',
    'Lovelace, Ada. <i>Reading the Strategy</i>. Release 1.0. Entry T14 on IV(3) ¶1 s. 2-IV(3) ¶2 s. 1. Glossator, 2026. https://glossator.example/k/reading@1.0/T14.',
  ],
  [
    'hinge',
    'Lovelace, Ada. “Two words for one.” In <i>Reading the Strategy</i>, release 1.0, entry T15 on IV(3) ¶1 s. 2 (zh ⇄ en). Glossator, 2026. https://glossator.example/k/reading@1.0/T15.',
  ],
])('chicago-bibliography: %s', (key, expected) => {
  expect(cite(items[key], 'chicago-bibliography').html).toBe(expected);
});
