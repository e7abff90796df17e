// Compared by hand with pandoc 2.17.1.1 (citeproc 0.6.0.1) and Debian's citation-style-language-styles
// 0~20230209, apa.csl of 31 January 2022 (Publication Manual, 7th edition), each item alone. Where
// ours departs:
// - `Release 1.0` has the capital that the Manual gives to versions;
// - hanzi are not slanted, and a name in hanzi gets no full stop (the engine: 张伟., 王小明.);
// - the place in the whole stands with the release, as the Manual has chapters and pages of a book;
// - an entry without a title is a place in the whole, not a part with a made-up title;
// - the article of a group is capitalised at the head;
// - a retraction is said after the address.

import { expect, test } from 'vitest';
import { cite } from '../../src/cite/index.ts';
import { items } from './items.ts';

test.each<[keyof typeof items, string]>([
  [
    'one',
    'Lovelace, A. B. (2026). <i>Reading the Strategy: A commentary</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'two',
    'Lovelace, A., &amp; Sartre, J.-P. (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'three',
    'Lee, A., Brown, B., &amp; Clark, C. (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'four',
    'Lee, A., Brown, B., Clark, C., &amp; Davis, D. (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'twelve',
    'Lee, A., Brown, B., Clark, C., Davis, D., Evans, E., Ford, F., Gray, G., Hall, H., Irwin, I., Jones, J., King, K., &amp; Long, L. (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'group',
    'The editors of Glossator. (2026). <i>Textual Notes on the National Cyberspace Security Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'chinese',
    '张伟. (2026). 国家网络空间安全战略评注 (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'fourChinese',
    '张伟, 王小明, 李娜, &amp; 欧阳修. (2026). 国家网络空间安全战略评注 (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'pinyin',
    'Zhang, W. (2026). <i>Reading</i> 国家网络空间安全战略 (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'suffixAndParticle',
    'King, M. L., Jr., &amp; van Beethoven, L. (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'undated',
    'Lovelace, A. (n.d.). <i>Reading the Strategy</i> (Release 1.0). Glossator. Retrieved December 1, 2026, from https://glossator.example/k/reading@1.0',
  ],
  [
    'doi',
    'Lovelace, A. (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://doi.org/10.5555/abc.1',
  ],
  [
    'correction',
    'Lovelace, A. (2026). <i>Reading the Strategy</i> (Release 1.1). Glossator. https://glossator.example/k/reading@1.1',
  ],
  [
    'retracted',
    'Lovelace, A. (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0 (Retraction published 2027, February 3)',
  ],
  [
    'hostile',
    'O’Brien &lt;b&gt;, A. B. (2026). <i>A &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; {braces} 100% TY - EVIL</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'editorsOnly',
    'Doe, J., &amp; Roe, R. (Eds.). (2026). <i>Reading the Strategy</i> (Release 1.0). Glossator. https://glossator.example/k/reading@1.0',
  ],
  [
    'edition',
    'Cyberspace Administration of China. (2016). <i>National Cyberspace Security Strategy</i> (R. Creemers, Trans.; Version 1.0.0). Glossator. https://glossator.example/t/ncss-2016@en-creemers:1.0.0',
  ],
  [
    'clause',
    'Cyberspace Administration of China. (2016). <i>National Cyberspace Security Strategy</i> (the editors of Glossator, Ed.; R. Creemers, Trans.; Version 1.0.0, IV(3) ¶1 s. 2). Glossator. https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2',
  ],
  [
    'entry',
    'Lovelace, A. (2026). On sovereignty. In J. Doe (Ed.), <i>Reading the Strategy: A commentary</i> (Release 1.0, entry T12 on IV(3) ¶1 s. 2). Glossator. https://glossator.example/k/reading@1.0/T12',
  ],
  [
    'chineseEntry',
    '张伟. (2026). 论主权. In 李娜 (Ed.), 国家网络空间安全战略评注 (Release 1.0, entry T12 on IV(3) ¶1 s. 2). Glossator. https://glossator.example/k/reading@1.0/T12',
  ],
  [
    'question',
    'Lovelace, A. (2026). What is “sovereignty”? In <i>Reading the Strategy</i> (Release 1.0, entry T13). Glossator. https://glossator.example/k/reading@1.0/T13',
  ],
  [
    'range',
    'Lovelace, A. (2026). <i>Reading the Strategy</i> (Release 1.0, entry T14 on IV(3) ¶1 s. 2-IV(3) ¶2 s. 1). Glossator. https://glossator.example/k/reading@1.0/T14',
  ],
  [
    'hinge',
    'Lovelace, A. (2026). Two words for one. In <i>Reading the Strategy</i> (Release 1.0, entry T15 on IV(3) ¶1 s. 2 (zh ⇄ en)). Glossator. https://glossator.example/k/reading@1.0/T15',
  ],
])('apa: %s', (key, expected) => {
  expect(cite(items[key], 'apa').html).toBe(expected);
});
