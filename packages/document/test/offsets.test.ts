import fc from 'fast-check';
import { expect, test } from 'vitest';

import { codePointLength, codePointSlice, fromUtf16, occurrences, toUtf16 } from '../src/index.ts';

const text = fc.string({ unit: fc.constantFrom('a', '网', '𠮷', '😀', 'é', '\n') });

test('offsets go to UTF-16 and back, astral characters among them', () => {
  fc.assert(
    fc.property(text, fc.nat(), (value, seed) => {
      const offset = seed % (codePointLength(value) + 1);
      const index = toUtf16(value, offset);
      expect(index.ok && fromUtf16(value, index.value)).toEqual({ ok: true, value: offset });
      expect(index.ok && value.slice(0, index.value)).toBe(codePointSlice(value, 0, offset));
    }),
  );
});

test('slices put together are the text', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 40 }), (value, cut) => {
      expect(codePointSlice(value, 0, cut) + codePointSlice(value, cut)).toBe(value);
    }),
  );
});

test('an index inside a surrogate pair is refused', () => {
  expect(fromUtf16('a𠮷b', 2)).toEqual({ ok: false, reason: 'inside-pair' });
});

test('a lone surrogate is refused', () => {
  expect(toUtf16('a\ud842b', 1)).toEqual({ ok: false, reason: 'lone-surrogate' });
  expect(fromUtf16('\udfb7', 0)).toEqual({ ok: false, reason: 'lone-surrogate' });
});

test.each([-1, 1.5, 4, Number.NaN])('offset %d of a text of three is out of range', (offset) => {
  expect(toUtf16('a𠮷b', offset)).toEqual({ ok: false, reason: 'out-of-range' });
});

test('occurrences count code points and overlap', () => {
  expect(occurrences('𠮷aa𠮷aaa', 'aa')).toEqual([1, 4, 5]);
  expect(occurrences('abc', '')).toEqual([]);
});
