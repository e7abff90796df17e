import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cite, cleanItem, citationStyles, personName } from '../../src/cite/index.ts';
import { cleanDoi, cleanText, cleanUrl, doiUrl } from '../../src/cite/clean.ts';
import { anyText } from './any-text.ts';
import { item, items } from './items.ts';

describe('one line of text', () => {
  test.each([
    ['a\r\nb\tc\u2028d\u2029e', 'a b c d e'],
    ['\u0000a\u0007b\u009Fc', 'abc'],
    ['\u202Eabc\u202C \u2066d\u2069\u200F', 'abc d'],
    ['a\u200Bb\uFEFFc\u00ADd\u{E0041}', 'abcd'],
    ['lone \uD800 half', 'lone \uFFFD half'],
    ['  much   space  ', 'much space'],
    ['a \u202E b', 'a b'],
    ['نص فارسی\u200Cها', 'نص فارسی\u200Cها'],
  ])('%j', (text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });
});

describe('addresses', () => {
  test.each([
    ['https://a.example/x?y=1#z', 'https://a.example/x?y=1#z'],
    ['https://a.example/"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
    ['https://a.example/a b\r\nX: y', 'https://a.example/a%20b%0D%0AX:%20y'],
    ['https://a.example/条', 'https://a.example/%E6%9D%A1'],
    ['https://a.example/{}\\^`|', 'https://a.example/%7B%7D%5C%5E%60%7C'],
    ['javascript:alert(1)', null],
    ['//a.example/', null],
    ['https:///x', null],
    ['', null],
  ])('%j', (url, expected) => {
    expect(cleanUrl(url)).toBe(expected);
  });
  test.each([
    ['10.5555/abc.1', '10.5555/abc.1'],
    ['https://doi.org/10.5555/ABC', '10.5555/ABC'],
    ['doi:10.5555/x', '10.5555/x'],
    ['10.1002/(SICI)1096<1::AID>3.0', '10.1002/(SICI)1096<1::AID>3.0'],
    ['10.5555/a{b}\\', '10.5555/a%7Bb%7D%5C'],
    ['10.5555/a b', null],
    ['11.5555/a', null],
    ['10.5555/', null],
  ])('DOI %j', (doi, expected) => {
    expect(cleanDoi(doi)).toBe(expected);
  });
  test('a DOI in an address', () => {
    expect(doiUrl('10.1002/a<1>#?%')).toBe('https://doi.org/10.1002/a%3C1%3E%23%3F%25');
  });
});

describe('an item', () => {
  test('names that are empty are left out, and an ORCID that is none', () => {
    const { contributors } = cleanItem(
      item({
        contributors: [
          { role: 'author', name: personName(' \u202E', ''), orcid: null },
          { role: 'author', name: { kind: 'group', text: '\n' }, orcid: null },
          {
            role: 'author',
            name: personName('A', 'B'),
            orcid: 'https://orcid.org/0000-0002-1825-0097',
          },
          { role: 'author', name: personName('C', 'D'), orcid: '0000"><b' },
        ],
      }),
    );
    expect(contributors.map(({ orcid }) => orcid)).toEqual(['0000-0002-1825-0097', null]);
  });
  test('one that is clean stays as it is', () => {
    for (const each of Object.values(items)) {
      const clean = cleanItem(each);
      expect(cleanItem(clean)).toEqual(clean);
    }
  });
  test.each(citationStyles)('%s is one line, whatever the words', (style) => {
    fc.assert(
      fc.property(anyText, anyText, (title, family) => {
        const { text } = cite(
          item({
            title,
            contributors: [{ role: 'author', name: personName(family, title), orcid: null }],
            entry: { number: title, title: family, clause: null, url: title },
          }),
          style,
        );
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]| {2}/u);
      }),
    );
  });
});
