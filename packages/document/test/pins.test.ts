import fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatPins, parsePins } from '../src/index.ts';

test.each([
  ['ncss-2016', []],
  ['ncss-2016@zh-cac:1.0.0', [{ edition: 'zh-cac', version: '1.0.0' }]],
  [
    'ncss-2016@en-creemers:1.0.0,zh-cac:2.10.3',
    [
      { edition: 'en-creemers', version: '1.0.0' },
      { edition: 'zh-cac', version: '2.10.3' },
    ],
  ],
])('%s', (text, pins) => {
  const parsed = parsePins(text);
  expect(parsed).toEqual({ ok: true, value: { work: 'ncss-2016', pins } });
  expect(parsed.ok && formatPins(parsed.value)).toBe(text);
});

test.each([
  ['', 'malformed'],
  ['NCSS', 'malformed'],
  ['a@', 'malformed'],
  ['a@b', 'malformed'],
  ['a@b:1.0', 'malformed'],
  ['a@b:01.0.0', 'malformed'],
  ['a@b:1.0.0,', 'malformed'],
  ['a@b:1.0.0@c:1.0.0', 'malformed'],
  ['a/b@c:1.0.0', 'malformed'],
  ['a@b:1.0.0,b:1.0.1', 'edition-twice'],
])('%j is refused as %s', (text, reason) => {
  expect(parsePins(text)).toEqual({ ok: false, reason });
});

test('what is read is written the same', () => {
  const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
  const version = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((v) => v.join('.'));
  const pin = fc.record({ edition: slug, version });
  const pins = fc.uniqueArray(pin, { maxLength: 4, selector: ({ edition }) => edition });
  fc.assert(
    fc.property(slug, pins, (work, list) => {
      expect(parsePins(formatPins({ work, pins: list }))).toEqual({
        ok: true,
        value: { work, pins: list },
      });
    }),
  );
});
