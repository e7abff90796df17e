import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fromHanzi, fromRoman, parseNumeral, toHanzi, toRoman } from '../src/index.ts';

test.each(['(三)', '（三）', '三、', 'III,', 'III.', '(3)', '（３）', '第三', 'Ⅲ', '3'])(
  '%s is three',
  (printed) => {
    expect(parseNumeral(printed)).toEqual({ ok: true, value: 3 });
  },
);

test.each([
  [10, '十', 'X'],
  [14, '十四', 'XIV'],
  [20, '二十', 'XX'],
  [99, '九十九', 'XCIX'],
  [101, '一百零一', 'CI'],
  [110, '一百一十', 'CX'],
  [1005, '一千零五', 'MV'],
  [1050, '一千零五十', 'ML'],
  [2016, '二千零一十六', 'MMXVI'],
])('%i is %s and %s', (n, hanzi, roman) => {
  expect(toHanzi(n)).toEqual({ ok: true, value: hanzi });
  expect(toRoman(n)).toEqual({ ok: true, value: roman });
});

test('hanzi and roman numerals read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (n) => {
      for (const [write, read] of [
        [toHanzi, fromHanzi],
        [toRoman, fromRoman],
      ] as const) {
        const written = write(n);
        expect(written.ok && read(written.value)).toEqual({ ok: true, value: n });
      }
    }),
  );
});

test.each(['', 'IIII', 'VX', '三三', '十零', '零', '百', 'A', '()', '(3', '-3'])(
  '%j is refused or is the numeral it spells, never another',
  (printed) => {
    const read = parseNumeral(printed);
    expect(read.ok ? read.value : read.reason).toBe(printed === '(3' ? 3 : 'malformed');
  },
);

test('what a style cannot write is out of range', () => {
  for (const n of [0, -1, 1.5, 4000]) expect(toRoman(n).ok).toBe(false);
  for (const n of [0, -1, 1.5, 10_000]) expect(toHanzi(n).ok).toBe(false);
});
