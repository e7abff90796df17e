// Compared by hand with pandoc 2.17.1.1 (citeproc 0.6.0.1) and Debian's citation-style-language-styles
// 0~20230209, oscola.csl of 15 November 2013 (OSCOLA, 4th edition), each item alone, as a note.
// Where ours departs:
// - `release 1.0` keeps its point (the engine takes all points away and cites release 10);
// - titles keep the capitals their authors gave them, and hanzi are not slanted;
// - `in` stands before the book also where it has no editor (3.2.3);
// - `Jr` has no point, like every abbreviation (1.3);
// - a DOI stands for the address and needs no day of access (3.1.4);
// - a family name that comes first stays first; the article of a group is capitalised at the head;
// - the place in the whole, and a retraction, are said.

import { expect, test } from 'vitest';
import { cite } from '../../src/cite/index.ts';
import { items } from './items.ts';

test.each<[keyof typeof items, string]>([
  [
    'one',
    'Ada Byron Lovelace, <i>Reading the Strategy: A commentary</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'two',
    'Ada Lovelace and Jean-Paul Sartre, <i>Reading the Strategy</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'three',
    'Ann Lee, Bo Brown and Cy Clark, <i>Reading the Strategy</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'four',
    'Ann Lee and others, <i>Reading the Strategy</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'twelve',
    'Ann Lee and others, <i>Reading the Strategy</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'group',
    'The editors of Glossator, <i>Textual Notes on the National Cyberspace Security Strategy</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'chinese',
    '张伟, 国家网络空间安全战略评注 (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'fourChinese',
    '张伟 and others, 国家网络空间安全战略评注 (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'pinyin',
    'Zhang Wei, <i>Reading</i> 国家网络空间安全战略 (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'suffixAndParticle',
    'Martin L King Jr and Ludwig van Beethoven, <i>Reading the Strategy</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'undated',
    'Ada Lovelace, <i>Reading the Strategy</i> (release 1.0, Glossator) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'doi',
    'Ada Lovelace, <i>Reading the Strategy</i> (release 1.0, Glossator 2026) &lt;https://doi.org/10.5555/abc.1&gt;.',
  ],
  [
    'correction',
    'Ada Lovelace, <i>Reading the Strategy</i> (release 1.1, Glossator 2026) &lt;https://glossator.example/k/reading@1.1&gt; accessed 1 December 2026.',
  ],
  [
    'retracted',
    'Ada Lovelace, <i>Reading the Strategy</i> (release 1.0, Glossator 2026, retracted 3 February 2027) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'hostile',
    'A &amp; B O’Brien &lt;b&gt;, <i>A &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; {braces} 100% TY - EVIL</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'editorsOnly',
    'Jane Doe and Richard Roe (eds), <i>Reading the Strategy</i> (release 1.0, Glossator 2026) &lt;https://glossator.example/k/reading@1.0&gt; accessed 1 December 2026.',
  ],
  [
    'edition',
    'Cyberspace Administration of China, <i>National Cyberspace Security Strategy</i> (Rogier Creemers tr, version 1.0.0, Glossator 2016) &lt;https://glossator.example/t/ncss-2016@en-creemers:1.0.0&gt; accessed 1 December 2026.',
  ],
  [
    'clause',
    'Cyberspace Administration of China, <i>National Cyberspace Security Strategy</i> (the editors of Glossator ed, Rogier Creemers tr, version 1.0.0, Glossator 2016) IV(3) ¶1 s. 2 &lt;https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2&gt; accessed 1 December 2026.',
  ],
  [
    'entry',
    'Ada Lovelace, ‘On sovereignty’ in Jane Doe (ed), <i>Reading the Strategy: A commentary</i> (release 1.0, Glossator 2026) entry T12 on IV(3) ¶1 s. 2 &lt;https://glossator.example/k/reading@1.0/T12&gt; accessed 1 December 2026.',
  ],
  [
    'chineseEntry',
    '张伟, ‘论主权’ in 李娜 (ed), 国家网络空间安全战略评注 (release 1.0, Glossator 2026) entry T12 on IV(3) ¶1 s. 2 &lt;https://glossator.example/k/reading@1.0/T12&gt; accessed 1 December 2026.',
  ],
  [
    'question',
    'Ada Lovelace, ‘What is “sovereignty”?’ in <i>Reading the Strategy</i> (release 1.0, Glossator 2026) entry T13 &lt;https://glossator.example/k/reading@1.0/T13&gt; accessed 1 December 2026.',
  ],
  [
    'range',
    'Ada Lovelace, <i>Reading the Strategy</i> (release 1.0, Glossator 2026) entry T14 on IV(3) ¶1 s. 2-IV(3) ¶2 s. 1 &lt;https://glossator.example/k/reading@1.0/T14&gt; accessed 1 December 2026.',
  ],
  [
    'hinge',
    'Ada Lovelace, ‘Two words for one’ in <i>Reading the Strategy</i> (release 1.0, Glossator 2026) entry T15 on IV(3) ¶1 s. 2 (zh ⇄ en) &lt;https://glossator.example/k/reading@1.0/T15&gt; accessed 1 December 2026.',
  ],
])('oscola: %s', (key, expected) => {
  expect(cite(items[key], 'oscola').html).toBe(expected);
});
