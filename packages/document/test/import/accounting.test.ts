import fc from 'fast-check';
import { expect, test } from 'vitest';

import { blocksOfText, proposeImport } from '../../src/import/index.ts';
import { witness } from '../strategy.ts';
import { licenceCase } from './case-licence.ts';
import { statuteCase } from './case-statute.ts';
import { checked } from './invariants.ts';
import { proposalOf } from './proposal-of.ts';

const PATIENCE = 60_000;

test('progress only rises, and ends at 1', () => {
  const told: number[] = [];
  proposeImport([{ name: '', lang: null, blocks: blocksOfText(witness) }], {
    onProgress: (fraction) => told.push(fraction),
  });
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

test.each([
  ['the strategy', [witness]],
  ['a licence', [licenceCase().raw]],
  ['an act', statuteCase().sources ?? []],
])('every code point is accounted for: %s', (_, texts) => {
  checked(proposalOf(...texts));
});

const line = fc.constantFrom(
  '第一条 总则',
  '第二条',
  '一、甲',
  '（一）乙',
  '1. One of it',
  '2. Two',
  '(a) a;',
  '(b) b.',
  'I. First',
  'Article 3',
  'A sentence of it. And another!',
  '一句话。又一句；还有。',
  'Close',
  'Page 3',
  '3',
  'and goes on without',
  '# Heading',
  'We use cookies on this site. Accept.',
  'https://example.org/a',
  'x\u00ady z',
  '𠮷野家。𠮷。',
  'שלום. עולם.',
  'Annex',
  '目录',
  'e\u0301 decomposed. Ω of it.',
  '   indented text of it',
  '"Quoted." He said so.',
  'etc. and so on',
);
const text = fc.array(line, { minLength: 1, maxLength: 30 }).chain((lines) =>
  fc
    .array(fc.constantFrom('\n', '\n\n', '\r\n', '\n\n\n'), {
      minLength: lines.length,
      maxLength: lines.length,
    })
    .map((ends) => lines.map((each, i) => each + (ends[i] ?? '')).join('')),
);

test(
  'whatever is read, everything is accounted for and in order',
  () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 2 }), (texts) => {
        const sources = texts.map((each) => ({ name: '', lang: null, blocks: blocksOfText(each) }));
        const proposed = proposeImport(sources);
        if (!proposed.ok) {
          expect(proposed.reason).toBe('nothing-to-read');
          return;
        }
        checked(proposed.value);
        expect(proposeImport(sources)).toEqual(proposed);
      }),
      { numRuns: 120 },
    );
  },
  PATIENCE,
);

test('blocks of plain text hold every character that is no space and no mark of a heading', () => {
  fc.assert(
    fc.property(text, (each) => {
      const bare = (words: string): string => words.replaceAll(/[\s#\ufeff]/gu, '');
      expect(
        bare(
          blocksOfText(each)
            .map((block) => block.text)
            .join(''),
        ),
      ).toBe(bare(each));
    }),
  );
});
