import fc from 'fast-check';
import { expect, test } from 'vitest';

import { codePointLength, describeRange, locateQuotation, resolveSelector } from '../src/index.ts';
import { en, textAt } from './strategy.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '网', '𠮷'), minLength: 1 });

test('a described range resolves to itself', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (value, a, b) => {
      const size = codePointLength(value);
      const start = a % size;
      const end = start + 1 + (b % (size - start));
      const selector = describeRange(value, { start, end });
      expect(selector.ok && resolveSelector(value, selector.value)).toEqual({
        ok: true,
        value: { start, end },
      });
    }),
  );
});

test('a selector does not move to a look-alike', () => {
  const selector = describeRange('Openness: all. Openness: more.', { start: 0, end: 8 });
  expect(selector.ok && resolveSelector('x Openness: all.', selector.value).ok).toBe(false);
  expect(selector.ok && resolveSelector('Openness: few. Openness: more.', selector.value)).toEqual({
    ok: false,
    reason: 'mismatch',
  });
});

test('words changed between the same neighbours are not the words', () => {
  const selector = describeRange('a free flow of b', { start: 2, end: 11 });
  expect(selector.ok && resolveSelector('a fast flow of b', selector.value)).toEqual({
    ok: false,
    reason: 'mismatch',
  });
  expect(selector.ok && resolveSelector('x free flow of b', selector.value).ok).toBe(false);
  expect(selector.ok && resolveSelector('a free flow of c', selector.value).ok).toBe(false);
});

test.each([
  [{ start: 2, end: 2 }, 'empty'],
  [{ start: 3, end: 2 }, 'empty'],
  [{ start: -1, end: 2 }, 'out-of-range'],
  [{ start: 0, end: 4 }, 'out-of-range'],
  [{ start: 0.5, end: 2 }, 'out-of-range'],
])('%j of a text of three is refused as %s', (range, reason) => {
  expect(describeRange('a𠮷b', range)).toEqual({ ok: false, reason });
});

test('the words you mean must occur once', () => {
  const sentence = textAt(en, '0.0.1.3') ?? '';
  const found = locateQuotation(sentence, 'the "Two Centenaries" struggle objective');
  expect(found.ok && sentence.slice(found.value.start, found.value.end)).toBe(
    'the “Two Centenaries” struggle objective',
  );
  expect(locateQuotation(sentence, 'comprehensively')).toEqual({ ok: false, reason: 'ambiguous' });
  expect(locateQuotation(sentence, 'Four Principles')).toEqual({ ok: false, reason: 'absent' });
  expect(locateQuotation(sentence, '  ')).toEqual({ ok: false, reason: 'empty' });
});
