// Compared by hand with pandoc 2.17.1.1 (citeproc 0.6.0.1) and Debian's citation-style-language-styles
// 0~20230209, bluebook-law-review.csl of 9 March 2022, each item alone, as a note. Where ours
// departs:
// - `release 1.0` is not followed by `ed.`: it says itself which edition it is;
// - what is dated needs no `last visited` (rule 18.2.2(c)), and months have the points of table T12;
// - translators are `trans.` (rule 15.2; the engine: `tran.`), no comma before the parenthesis;
// - a DOI stands for the address;
// - hanzi are not slanted; a family name that comes first stays first; the article of a group is
//   capitalised at the head;
// - the place in the whole stands where a page would, and a retraction is said.

import { expect, test } from 'vitest';
import { cite } from '../../src/cite/index.ts';
import { items } from './items.ts';

test.each<[keyof typeof items, string]>([
  [
    'one',
    '<span class="small-caps">Ada Byron Lovelace</span>, <span class="small-caps">Reading the Strategy: A commentary</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'two',
    '<span class="small-caps">Ada Lovelace &amp; Jean-Paul Sartre</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'three',
    '<span class="small-caps">Ann Lee, Bo Brown &amp; Cy Clark</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'four',
    '<span class="small-caps">Ann Lee et al.</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'twelve',
    '<span class="small-caps">Ann Lee et al.</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'group',
    '<span class="small-caps">The editors of Glossator</span>, <span class="small-caps">Textual Notes on the National Cyberspace Security Strategy</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'chinese',
    '<span class="small-caps">张伟</span>, <span class="small-caps">国家网络空间安全战略评注</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'fourChinese',
    '<span class="small-caps">张伟 et al.</span>, <span class="small-caps">国家网络空间安全战略评注</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'pinyin',
    '<span class="small-caps">Zhang Wei</span>, <span class="small-caps">Reading 国家网络空间安全战略</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'suffixAndParticle',
    '<span class="small-caps">Martin L. King Jr. &amp; Ludwig van Beethoven</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'undated',
    '<span class="small-caps">Ada Lovelace</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0), https://glossator.example/k/reading@1.0 (last visited Dec. 1, 2026).',
  ],
  [
    'doi',
    '<span class="small-caps">Ada Lovelace</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0 2026), https://doi.org/10.5555/abc.1.',
  ],
  [
    'correction',
    '<span class="small-caps">Ada Lovelace</span>, <span class="small-caps">Reading the Strategy</span> (release 1.1 2026), https://glossator.example/k/reading@1.1.',
  ],
  [
    'retracted',
    '<span class="small-caps">Ada Lovelace</span>, <span class="small-caps">Reading the Strategy</span> (release 1.0 2026) (retracted Feb. 3, 2027), https://glossator.example/k/reading@1.0.',
  ],
  [
    'hostile',
    '<span class="small-caps">A &amp; B O’Brien &lt;b&gt;</span>, <span class="small-caps">A &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; {braces} 100% TY - EVIL</span> (release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'editorsOnly',
    '<span class="small-caps">Reading the Strategy</span> (Jane Doe &amp; Richard Roe eds., release 1.0 2026), https://glossator.example/k/reading@1.0.',
  ],
  [
    'edition',
    '<span class="small-caps">Cyberspace Administration of China</span>, <span class="small-caps">National Cyberspace Security Strategy</span> (Rogier Creemers trans., version 1.0.0 2016), https://glossator.example/t/ncss-2016@en-creemers:1.0.0.',
  ],
  [
    'clause',
    '<span class="small-caps">Cyberspace Administration of China</span>, <span class="small-caps">National Cyberspace Security Strategy</span> IV(3) ¶1 s. 2 (the editors of Glossator ed., Rogier Creemers trans., version 1.0.0 2016), https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2.',
  ],
  [
    'entry',
    'Ada Lovelace, <i>On sovereignty</i>, <i>in</i> <span class="small-caps">Reading the Strategy: A commentary</span> entry T12 on IV(3) ¶1 s. 2 (Jane Doe ed., release 1.0 2026), https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'chineseEntry',
    '张伟, 论主权, <i>in</i> <span class="small-caps">国家网络空间安全战略评注</span> entry T12 on IV(3) ¶1 s. 2 (李娜 ed., release 1.0 2026), https://glossator.example/k/reading@1.0/T12.',
  ],
  [
    'question',
    'Ada Lovelace, <i>What is “sovereignty”?</i>, <i>in</i> <span class="small-caps">Reading the Strategy</span> entry T13 (release 1.0 2026), https://glossator.example/k/reading@1.0/T13.',
  ],
  [
    'range',
    '<span class="small-caps">Ada Lovelace</span>, <span class="small-caps">Reading the Strategy</span> entry T14 on IV(3) ¶1 s. 2-IV(3) ¶2 s. 1 (release 1.0 2026), https://glossator.example/k/reading@1.0/T14.',
  ],
  [
    'hinge',
    'Ada Lovelace, <i>Two words for one</i>, <i>in</i> <span class="small-caps">Reading the Strategy</span> entry T15 on IV(3) ¶1 s. 2 (zh ⇄ en) (release 1.0 2026), https://glossator.example/k/reading@1.0/T15.',
  ],
])('bluebook: %s', (key, expected) => {
  expect(cite(items[key], 'bluebook').html).toBe(expected);
});
