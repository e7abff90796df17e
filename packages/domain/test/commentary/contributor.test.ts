import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { licences, licenceUrl, readOrcid } from '../../src/index.ts';

describe('an ORCID iD', () => {
  test.each([
    ['0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000-0002-1694-233X', '0000-0002-1694-233X'],
    ['0000-0002-1694-233x', '0000-0002-1694-233X'],
    [' https://orcid.org/0000-0001-5109-3700 ', '0000-0001-5109-3700'],
  ])('%s', (text, id) => {
    expect(readOrcid(text)).toBe(id);
  });

  test.each([
    '',
    '0000-0002-1825-0098',
    '0000000218250097',
    '0000-0002-1825-009',
    'https://example.org/0000-0002-1825-0097',
    '0000-0002-1825-0097 or so',
  ])('%j is none', (text) => {
    expect(readOrcid(text)).toBeNull();
  });

  test('one digit changed is always noticed', () => {
    const id = '0000-0002-1825-0097';
    const places = Array.from(id, (digit, at) => (digit === '-' ? [] : [at])).flat();
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        const changed = id.slice(0, at) + String(digit) + id.slice(at + 1);
        expect(readOrcid(changed)).toBe(changed === id ? id : null);
      }),
    );
  });
});

test('every licence but none at all says where its words are', () => {
  expect(licences.filter((licence) => licenceUrl(licence) === null)).toEqual([
    'all-rights-reserved',
  ]);
});
