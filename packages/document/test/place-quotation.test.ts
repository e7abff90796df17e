import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codePointLength,
  codePointSlice,
  joinReadings,
  placeQuotation,
  type Reading,
} from '../src/index.ts';
import { en, zh } from './strategy.ts';

const readingOf = ({ edition, texts }: typeof zh): Reading<string> => ({
  key: edition.id,
  segments: texts.flatMap(({ uid, reading }) => (reading === null ? [] : [{ uid, text: reading }])),
});
const real = [readingOf(zh), readingOf(en)];
const readings = joinReadings(real);

const small = joinReadings([
  {
    key: 'one',
    segments: [
      { uid: 's-1', text: 'The network is open. The network is safe.' },
      { uid: 's-2', text: 'It’s “ours”, says 𠮷 the law.' },
      { uid: 's-3', text: 'No more' },
    ],
  },
]);
const quote = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });

describe('a quotation is placed', () => {
  test.each([
    ['once', quote('safe'), [['s-1', 36, 40]]],
    ['decided by what stands before', quote('network', 'open. The '), [['s-1', 25, 32]]],
    ['by what stands after', quote('network', '', ' is open'), [['s-1', 4, 11]]],
    ['with keyboard punctuation', quote('It\'s "ours",'), [['s-2', 0, 12]]],
    ['after a character of two units', quote('𠮷 the'), [['s-2', 18, 23]]],
    ['with its own edges trimmed', quote('  No more \n'), [['s-3', 0, 7]]],
    [
      'across segments, joined by a space',
      quote('safe. It’s'),
      [
        ['s-1', 36, 41],
        ['s-2', 0, 4],
      ],
    ],
    [
      'by a new line',
      quote('law.\nNo'),
      [
        ['s-2', 24, 28],
        ['s-3', 0, 2],
      ],
    ],
    [
      'by nothing',
      quote('law.No more'),
      [
        ['s-2', 24, 28],
        ['s-3', 0, 7],
      ],
    ],
  ])('%s', (_how, wanted, loci) => {
    const placed = placeQuotation(small, wanted);
    expect(placed.ok && placed.value.loci.map(({ uid, start, end }) => [uid, start, end])).toEqual(
      loci,
    );
  });

  test.each([
    ['nothing but space', quote(' \n '), 'empty'],
    ['words that stand nowhere', quote('The network is shut'), 'absent'],
    ['almost the words', quote('netwurk'), 'absent'],
    ['twice, and nothing around', quote('network'), 'ambiguous'],
    ['twice, and something else around', quote('network', 'Our '), 'ambiguous'],
    ['half a pair', quote('\ud842'), 'absent'],
  ])('never: %s', (_what, wanted, reason) => {
    expect(placeQuotation(small, wanted)).toEqual({ ok: false, reason });
  });
});

test('every stretch of the real texts is found again, or said to stand more than once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      fc.constantFrom('', ' ', '\n'),
      fc.nat(),
      fc.integer({ min: 1, max: 120 }),
      (reading, joint, seed, size) => {
        const page = reading.segments.map(({ text }) => text).join(joint);
        const start = seed % codePointLength(page);
        const exact = codePointSlice(page, start, start + size);
        const wanted = {
          exact,
          prefix: codePointSlice(page, start - 32, start),
          suffix: codePointSlice(page, start + size, start + size + 32),
        };
        const placed = placeQuotation(readings, wanted);
        if (exact.trim() === '') return !placed.ok;
        if (!placed.ok) return placed.reason === 'ambiguous';
        const found = placed.value.loci.map(({ uid, start: from, end }) => {
          const text = reading.segments.find((each) => each.uid === uid)?.text ?? '';
          return codePointSlice(text, from, end);
        });
        expect(placed.value.key).toBe(reading.key);
        const words = (text: string): string => text.replaceAll(/\s/gu, '');
        expect(words(found.join(''))).toBe(words(exact));
        return true;
      },
    ),
    { numRuns: 300 },
  );
});
