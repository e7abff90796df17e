import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBibliography } from '../../src/bibliography/index.ts';
import { bibtex, cslItem, cslJson, ris, type CitedItem } from '../../src/cite/index.ts';
import { items } from '../cite/items.ts';

const scraps = fc.constantFrom(
  ...['@book{k, title={x}}', '@book{', 'k, ', 'title = ', '{x}', '}', '"', '\\', '\n', ' '],
  ...[
    'TY  - BOOK\n',
    'TI  - x\n',
    'TI - y\n',
    'ER  - \n',
    '10.5555/a',
    '[',
    '{"type":"book"',
    ',"title":"x"}',
    ']',
  ],
);

test('every word that is pasted is in an item’s source, or among what is unread', () => {
  fc.assert(
    fc.property(fc.array(scraps), (parts) => {
      const text = parts.join('');
      const { items: read, unread } = readBibliography(text);
      const passages = [...read, ...unread].sort((one, other) => one.line - other.line);
      const told = passages.map((passage) => passage.text).join('');
      // Of a list of JSON its brackets and commas are no words.
      const words = (of: string) => [...of.replace(/[\s,[\]]/gu, '')].sort().join('');
      expect(words(told)).toBe(words(text));
    }),
    { numRuns: 1000 },
  );
});

test.each(Object.entries<CitedItem>(items))(
  'what we write ourselves is read back: %s',
  (_, cited) => {
    const ours = cslItem(cited);
    // A post has no type of its own in BibTeX and RIS.
    const asIn = (format: string) => (ours.type === 'post' ? format : ours.type);
    for (const [type, text] of [
      [asIn('document'), bibtex(cited)],
      [asIn('webpage'), ris(cited)],
      [ours.type, cslJson([cited])],
    ] as const) {
      const { items: read, unread } = readBibliography(text);
      expect(unread).toEqual([]);
      expect(read).toHaveLength(1);
      expect(read[0]?.item).toMatchObject({ type, title: ours.title, URL: ours.URL });
    }
  },
);
