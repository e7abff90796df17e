import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinCodeLength, joinCodeOf, readJoinCode, writeJoinCode } from '../../src/index.ts';

test('every code is read again, as it is written and in small letters', () => {
  const bytes = fc.array(fc.nat({ max: 255 }), {
    minLength: joinCodeLength,
    maxLength: joinCodeLength,
  });
  fc.assert(
    fc.property(bytes, (random) => {
      const code = joinCodeOf(random);
      expect(readJoinCode(code)).toBe(code);
      expect(readJoinCode(` ${writeJoinCode(code).toLowerCase()} `)).toBe(code);
      expect(readJoinCode(`https://x.org/join/${code}`)).toBe(code);
    }),
  );
});

test.each([
  ['letters that look like figures are those', 'OIL0-1234', '01101234'],
  ['too short', 'ABC', null],
  ['too long', 'ABCD-EFGH-J', null],
  ['a letter that no code has', 'UUUU-UUUU', null],
  ['nothing', '', null],
] as const)('%s', (_name, typed, code) => {
  expect(readJoinCode(typed)).toBe(code);
});
