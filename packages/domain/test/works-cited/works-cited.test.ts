import { describe, expect, test } from 'vitest';
import type { BibliographyItem } from '../../src/bibliography/csl-fields.ts';
import { textOf } from '../../src/cite/index.ts';
import { worksCited } from '../../src/works-cited/index.ts';

const issued = (year: number) => ({ issued: { 'date-parts': [[year]] } });
const hart: BibliographyItem = {
  ...{ id: 'hart', type: 'book', title: 'The Concept of Law', publisher: 'Clarendon Press' },
  ...{ 'publisher-place': 'Oxford', author: [{ family: 'Hart', given: 'H. L. A.' }] },
  ...issued(1961),
};
const fuller: BibliographyItem = {
  ...{ id: 'fuller', type: 'article-journal', title: 'Positivism and Fidelity to Law' },
  ...{ 'container-title': 'Harvard Law Review', volume: '71', issue: '4', page: '630-672' },
  ...{ author: [{ family: 'Fuller', given: 'Lon L.' }], DOI: '10.2307/1338226' },
  ...issued(1958),
};
const beethoven = [{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' }];
const chapter: BibliographyItem = {
  ...{ id: 'c', type: 'chapter', title: 'Sovereignty', 'container-title': 'Oxford Handbook' },
  ...{ author: beethoven },
  ...{ editor: [{ family: 'Doe', given: 'Jo' }], page: '1-20', ...issued(2001) },
};
const chinese: BibliographyItem = {
  ...{ id: 'zh', type: 'book', title: '法律的概念', author: [{ family: '张', given: '伟' }] },
  ...{ publisher: '法律出版社', 'publisher-place': '北京', language: 'zh-CN', ...issued(2006) },
};
const written = (items: readonly BibliographyItem[], language = 'en') =>
  [...worksCited(items, language).values()].map(
    ({ names, year, entry, url }) => [names, year, textOf(entry), url] as const,
  );
const only = (item: BibliographyItem, language = 'en') => written([item], language)[0];

describe('a work as it is cited and listed', () => {
  test.each<[string, BibliographyItem, readonly unknown[]]>([
    [
      'a book',
      hart,
      ['Hart', '1961', 'Hart, H. L. A. 1961. The Concept of Law. Oxford: Clarendon Press.', null],
    ],
    [
      'an article',
      fuller,
      [
        ...['Fuller', '1958'],
        'Fuller, Lon L. 1958. “Positivism and Fidelity to Law.” Harvard Law Review 71 (4): 630–672.',
        'https://doi.org/10.2307/1338226',
      ],
    ],
    [
      'a chapter',
      chapter,
      [
        ...['van Beethoven', '2001'],
        'Beethoven, Ludwig van. 2001. “Sovereignty.” In Oxford Handbook, edited by Jo Doe, 1–20.',
        null,
      ],
    ],
    [
      'a Chinese book',
      chinese,
      ['张伟', '2006', '张伟. 2006. 《法律的概念》. 北京: 法律出版社.', null],
    ],
    [
      'an edited book',
      { id: 'e', type: 'book', title: 'Essays', editor: beethoven, ...issued(1900) },
      ['van Beethoven', '1900', 'Beethoven, Ludwig van, ed. 1900. Essays.', null],
    ],
    [
      'what nobody wrote, at no time',
      { id: 'n', type: 'webpage', title: 'A page', URL: 'https://example.org/' },
      ['“A page”', 'n.d.', 'A page. n.d.', 'https://example.org/'],
    ],
    [
      'marks in a title are words',
      {
        ...{
          id: 'm',
          type: 'book',
          title: '<i>Lex</i> <script>x</script> <span class="nocase">UN</span>',
        },
        ...issued(1),
      },
      ['“Lex <script>x</script> UN”', '1', 'Lex <script>x</script> UN. 1.', null],
    ],
  ])('%s', (_, item, expected) => {
    expect(only(item)).toEqual(expected);
  });

  test('in a Chinese text', () => {
    const many = [hart, fuller, chapter, chinese].flatMap(({ author }) => author ?? []);
    expect(only({ ...hart, author: many }, 'zh-Hans')?.[0]).toBe('Hart 等');
    expect(only({ ...hart, author: many.slice(0, 2) }, 'zh-Hans')?.[0]).toBe('Hart 和 Fuller');
  });

  test('stands in the order of names, years, titles', () => {
    expect(
      written([hart, chapter, fuller, { ...hart, id: 'h', ...issued(1959) }]).map(([a, b]) => [
        a,
        b,
      ]),
    ).toEqual([
      ['van Beethoven', '2001'],
      ['Fuller', '1958'],
      ['Hart', '1959'],
      ['Hart', '1961'],
    ]);
  });

  test('what has the same names and year gets letters, and so in its entry', () => {
    const twins = [
      { ...hart, id: 'b', title: 'B' },
      { ...hart, id: 'a', title: 'A' },
    ];
    expect(written(twins).map(([, year, text]) => [year, text])).toEqual([
      ['1961a', 'Hart, H. L. A. 1961a. A. Oxford: Clarendon Press.'],
      ['1961b', 'Hart, H. L. A. 1961b. B. Oxford: Clarendon Press.'],
    ]);
    expect(written(twins.toReversed())).toEqual(written(twins));
    const undated = twins.map(({ issued: _, ...item }) => item);
    expect(written(undated).map(([, year]) => year)).toEqual(['n.d.-a', 'n.d.-b']);
  });
});
