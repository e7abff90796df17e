import { describe, expect, test } from 'vitest';
import { readBibliography } from '../../src/bibliography/index.ts';

const items = (text: string) => readBibliography(text).items.map(({ item }) => item);
const problems = (text: string) =>
  readBibliography(text).unread.map(({ problem, line, at, word }) =>
    [problem, line, at, word].filter((part) => part !== '').join(' '),
  );

describe('BibTeX', () => {
  test('an article, with what LaTeX writes around its words', () => {
    expect(
      items(`@string{cj = "The Computer Journal"}
@Article{knuth84,
  author = "Donald E. Knuth and van der Berg, Jr., Ann and others",
  title = {Literate {P}rogramming: An {\\"O}ld \\& new way},
  journal = cj # " (London)", year = 1984, month = may, volume = 27, number = "2",
  pages = {97--111}, doi = {https://doi.org/10.1093/comjnl/27.2.97}
}`),
    ).toEqual([
      {
        id: 'knuth84',
        type: 'article-journal',
        'citation-key': 'knuth84',
        title: 'Literate Programming: An Öld & new way',
        'container-title': 'The Computer Journal (London)',
        volume: '27',
        issue: '2',
        page: '97-111',
        DOI: '10.1093/comjnl/27.2.97',
        author: [
          { family: 'Knuth', given: 'Donald E.' },
          { family: 'Berg', given: 'Ann', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
          { literal: 'et al.' },
        ],
        issued: { 'date-parts': [[1984, 5]] },
      },
    ]);
  });
  test('what biblatex adds: groups, subtitles, ranges of dates, addresses', () => {
    expect(
      items(`@online{y, author = {{The Editors}}, translator = {张, 伟}, title = {A}, subtitle = {B},
        date = {2020-03-04/2021}, urldate = {2021-01-01}, url = {https://a.example/?a=1&b=2}}`),
    ).toEqual([
      {
        id: 'y',
        type: 'webpage',
        'citation-key': 'y',
        title: 'A: B',
        URL: 'https://a.example/?a=1&b=2',
        author: [{ literal: 'The Editors' }],
        translator: [{ family: '张', given: '伟' }],
        issued: { 'date-parts': [[2020, 3, 4], [2021]] },
        accessed: { 'date-parts': [[2021, 1, 1]] },
      },
    ]);
  });
  test('broken entries are told with their line, and take no other with them', () => {
    const text = `% my library
@book{broken, title={Lost brace, author={X}}
@article{missing
  title = {No comma}}
@book{, title={No key}}
@book{noequals,
  title {x}}
@book{novalue,
  title = }
@book{twice, title={x}
  author={y}}
@book{unknown, title = nosuch}
@book{nothing,}
@nonsense{z, title={Odd}}
@string{bad}
@book{k, title={x}, =}
@comment{jabref-meta: x}
@book{fine, title={Fine}}
@book{last, title={unclosed`;
    expect(problems(text)).toEqual([
      'outside 1 1',
      'unclosed 2 2',
      'comma-missing 3 4',
      'key-missing 5 5',
      'equals-missing 6 7',
      'value-missing 8 9',
      'comma-missing 10 11',
      'unknown-string 12 12 nosuch',
      'empty 13 13',
      'syntax 15 15',
      'brace-missing 16 16',
      'outside 17 17',
      'unclosed 19 19',
    ]);
    expect(items(text).map(({ id, type }) => `${type} ${id}`)).toEqual(['document z', 'book fine']);
  });
  test('lines are those of the text, whatever definitions an entry draws on', () => {
    const text = `@string{a = "x"}\n@string{b = a #\n "y"}\n@book{k,\n title = b,\n year {1}}`;
    expect(problems(text)).toEqual(['equals-missing 4 6']);
  });
  test('a definition holds for what follows, and its last form counts', () => {
    const text = `@book{early, title = a}
@string{a = "x"}
@string{a = a # "y"}
@book{late, title = a # b}
@string{b = "z"}
@book{last, title = a # b}`;
    expect(items(text).map(({ title }) => title)).toEqual(['xyz']);
    expect(problems(text)).toEqual(['unknown-string 1 1 a', 'unknown-string 4 4 b']);
  });
  test('names that every object has are no definitions', () => {
    expect(problems('@book{k, title = constructor}')).toEqual(['unknown-string 1 1 constructor']);
    expect(items('@book{k, __proto__ = {x}, title = {y}}')).toEqual([
      { id: 'k', type: 'book', 'citation-key': 'k', title: 'y' },
    ]);
  });
  test('definitions that double each other are not followed', () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `@string{a${i + 1} = a${i} # a${i}}`);
    const text = `@string{a0 = "x"}\n${doubling.join('\n')}\n@book{k, title = a60}`;
    expect(problems(text)).toEqual(['too-long 62 62']);
  });
  test('DOIs on lines between are items too', () => {
    const text = '@book{k, title={x}}\n10.5555/abc\nnothing\n';
    expect(items(text).map(({ id }) => id)).toEqual(['k', '10.5555/abc']);
    expect(problems(text)).toEqual(['outside 3 3']);
  });
});

describe('RIS', () => {
  test('a record, and a line that goes on', () => {
    expect(
      items(
        'TY  - JOUR\r\nAU  - Knuth, Donald E.\r\nTI  - Literate\r\n programming\r\nJO  - CJ\r\nPY  - 1984/05//\r\nSP  - 97\r\nEP  - 111\r\nER  - \r\n',
      ),
    ).toEqual([
      {
        id: 'knuth1984',
        type: 'article-journal',
        title: 'Literate programming',
        'container-title': 'CJ',
        page: '97-111',
        author: [{ family: 'Knuth', given: 'Donald E.' }],
        issued: { 'date-parts': [[1984, 5]] },
      },
    ]);
  });
  test('broken records are told with their line', () => {
    const text = `TY  - XXXX
TI  - B
ER  - 
TY  - BOOK
TI - C
ER  - 
TY  - BOOK
TI  - D
TY  - BOOK
TI  - Fine
ER  - 
left over
10.5555/abc`;
    expect(problems(text)).toEqual([
      'unknown-type 1 1 XXXX',
      'tag-malformed 4 5',
      'unclosed 7 7',
      'outside 12 12',
    ]);
    expect(items(text).map(({ title }) => title)).toEqual(['Fine', 'https://doi.org/10.5555/abc']);
  });
});

describe('CSL-JSON', () => {
  test('what is known and sound is kept, and nothing else', () => {
    expect(
      items(
        JSON.stringify([
          {
            id: 1,
            type: 'book',
            title: ' A\n<b>title</b>\u202E ',
            volume: 12,
            URL: 'javascript:alert(1)',
            DOI: 'none',
            author: [{ family: 'A' }, { family: 'B', given: 'C', ORCID: 'x' }, {}, 'D', null],
            editor: 'E',
            issued: { 'date-parts': [['2020', '5', '77']] },
            accessed: { raw: 'May 2020' },
            submitted: { 'date-parts': [['x']] },
            custom: { a: 1 },
            evil: 'x',
          },
        ]),
      ),
    ).toEqual([
      {
        id: '1',
        type: 'book',
        title: 'A <b>title</b>',
        volume: '12',
        author: [{ literal: 'A' }, { family: 'B', given: 'C' }],
        issued: { 'date-parts': [[2020, 5]] },
        accessed: { literal: 'May 2020' },
      },
    ]);
  });
  test('one object, and one without a name of its own', () => {
    expect(items('{"type":"book","title":"Das Kapital"}').map(({ id }) => id)).toEqual(['das']);
  });
  test('a broken element is told with its line, the others are read', () => {
    const text = `[
{"type":"book","title":"x"},
{"type":"book",
 "title" "y"},
{"type":"nope","title":"x"},
{"type":"book"},
["y"],
 5 ]`;
    expect(items(text).map(({ title }) => title)).toEqual(['x']);
    expect(problems(text)).toEqual([
      'syntax 3 4',
      'unknown-type 5 5 nope',
      'empty 6 6',
      'not-an-item 7 7',
      'outside 7 7',
    ]);
  });
});

describe('the whole paste', () => {
  test.each([
    ['', null, []],
    [' \n', null, []],
    ['hello', null, ['not-recognised 1 1']],
    ['x'.repeat(1_000_001), null, ['too-long 1 1']],
    ['\uFEFF10.5555/a\nhttps://doi.org/10.5555/b.', 'doi', []],
    ['10.5555/a\n\nsomething', 'doi', ['not-recognised 3 3']],
    ['\uFEFF@book{k, title={x}}', 'bibtex', []],
    ['\uFEFFTY  - BOOK\nTI  - x\nER  - ', 'ris', []],
  ])('%.20j', (text, form, expected) => {
    expect(readBibliography(text).form).toBe(form);
    expect(problems(text)).toEqual(expected);
  });
  test('ids that occur again get a number', () => {
    const text = '@book{a, title={1}}@book{a, title={2}}@book{a-2, title={3}}@book{a, title={4}}';
    expect(items(text).map(({ id }) => id)).toEqual(['a', 'a-2', 'a-2-2', 'a-3']);
  });
  test('beyond two thousand entries the rest stays one passage', () => {
    const entry = (i: number) => `@book{k${i}, title={x}}\n`;
    const text = Array.from({ length: 2003 }, (_, i) => entry(i)).join('');
    const read = readBibliography(text);
    expect(read.items).toHaveLength(2000);
    expect(read.unread.map(({ problem, line, text: rest }) => [problem, line, rest])).toEqual([
      ['too-many', 2001, entry(2000) + entry(2001) + entry(2002)],
    ]);
  });
});
