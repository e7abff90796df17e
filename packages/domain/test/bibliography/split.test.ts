import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitBibtex } from '../../src/bibliography/split-bibtex.ts';
import { splitJson } from '../../src/bibliography/split-json.ts';
import { splitRis } from '../../src/bibliography/split-ris.ts';

const splitters = { splitBibtex, splitRis, splitJson };

describe.each(Object.entries(splitters))('%s', (_, split) => {
  test('passages joined are the text again, each on its line', () => {
    const scraps = fc.constantFrom(
      ...[
        '@book{',
        '@string(',
        '@comment{',
        'k, ',
        'title = ',
        '{',
        '}',
        '"',
        ')',
        ',',
        '\\',
        '\n',
      ],
      ...['TY  - BOOK\n', 'TI  - x\n', 'ER  - \n', 'ER  -', '\r\n', ' ', '[', ']', ':', '1', '题'],
    );
    fc.assert(
      fc.property(
        fc.array(scraps).map((parts) => parts.join('')),
        (text) => {
          const passages = split(text);
          expect(passages.map((passage) => passage.text).join('')).toBe(text);
          let before = '';
          for (const passage of passages) {
            expect(passage.line).toBe(before.split('\n').length);
            expect(passage.text).not.toBe('');
            before += passage.text;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const kinds = (passages: readonly { readonly kind: string; readonly isClosed?: boolean }[]) =>
  passages.map(({ kind, isClosed }) => (isClosed === false ? `${kind} open` : kind));

describe('BibTeX', () => {
  test.each<[string, string, readonly string[]]>([
    ['two entries', '@a{x,}\n@b{y,}', ['entry', 'outside', 'entry']],
    ['in parentheses, with one in a value', '@a(x, t={a)b})', ['entry']],
    [
      'definitions and remarks',
      '@string{a="b"}@comment{c}@preamble{"d"}',
      ['string', 'comment', 'preamble'],
    ],
    ['a brace behind a backslash', '@a{x, t={\\}}}', ['entry']],
    ['a lost brace ends at the next entry', '@a{x, t={y}\n@b{z,}', ['entry open', 'entry']],
    ['a lost brace at the end', '@a{x, t={y}', ['entry open']],
    ['an address is no entry', 'me@example.org {x}', ['outside']],
    ['an at sign inside a value', '@a{x, t={b@c{d}}}', ['entry']],
  ])('%s', (_, text, expected) => {
    expect(kinds(splitBibtex(text))).toEqual(expected);
  });
});

describe('RIS', () => {
  test.each<[string, string, readonly string[]]>([
    ['two records', 'TY  - A\nER  - \nTY  - B\nER  -', ['record', 'record']],
    ['lines between', 'x\nTY  - A\r\nER  - \r\n\ny', ['outside', 'record', 'outside']],
    ['one without its end', 'TY  - A\nTY  - B\nER  - ', ['record open', 'record']],
  ])('%s', (_, text, expected) => {
    expect(kinds(splitRis(text))).toEqual(expected);
  });
});

describe('JSON', () => {
  test.each<[string, string, readonly string[]]>([
    ['a list', '[{"a":1},{"b":[2]}]', ['outside', 'element', 'outside', 'element', 'outside']],
    ['one object', '{"a":"}\\"{"}', ['element']],
    ['a broken one', '[{"a":1}, {"b"', ['outside', 'element', 'outside', 'element']],
  ])('%s', (_, text, expected) => {
    expect(kinds(splitJson(text))).toEqual(expected);
  });
});
