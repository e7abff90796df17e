import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bands, fingerprint, isNear, type Fingerprint } from '../../src/index.ts';
import { independent, mutations } from './notes.ts';

const shareBand = (one: Fingerprint, other: Fingerprint): boolean => {
  const of = new Set(bands(one));
  return bands(other).some((band) => of.has(band));
};
const texts = Object.values(independent).flat();
const pairs = texts.flatMap((one, at) => texts.slice(0, at).map((other) => [one, other] as const));
/** A note and each of its changed forms; and forms that were changed in two ways. */
const copies = texts.flatMap((note) => {
  const changed = Object.values(mutations).flatMap((change) => [0, 1].map((n) => change(note, n)));
  const twice = Object.values(mutations).flatMap((change) =>
    Object.values(mutations).map((other) => other(change(note, 0), 1)),
  );
  return [...changed, ...twice].map((copy) => [note, copy] as const);
});

const share = (all: readonly (readonly [string, string])[], test: typeof isNear): number =>
  all.filter(([one, other]) => test(fingerprint(one), fingerprint(other))).length / all.length;

describe('near are', () => {
  test.each(Object.entries(mutations))('a note and itself with %s', (_how, change) => {
    for (const note of texts)
      for (const n of [0, 1])
        expect(isNear(fingerprint(note), fingerprint(change(note, n))), change(note, n)).toBe(true);
  });

  test('of notes changed once or twice, more than 98 in a hundred, and the index finds them', () => {
    expect(share(copies, isNear)).toBeGreaterThan(0.98);
    expect(share(copies, shareBand)).toBeGreaterThan(0.99);
  });
});

describe('not near are', () => {
  test('any two notes on one clause that two people wrote', () => {
    expect(share(pairs, isNear)).toBe(0);
    expect(share(pairs, shareBand)).toBeLessThan(0.05);
  });

  test('two short texts, in which one word is all', () => {
    const [one, other] = [fingerprint('I agree with this.'), fingerprint('I disagree with this.')];
    expect([one, bands(one), isNear(one, other), isNear(one, one)]).toEqual([[], [], false, false]);
  });

  test('a note and one that quotes it within a longer text of its own', () => {
    const [quoted, ...others] = independent.en;
    expect(isNear(fingerprint(quoted), fingerprint([quoted, ...others].join(' ')))).toBe(false);
  });
});

test('a fingerprint is the same each time, and of one size, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 30, maxLength: 300 }), (text) => {
      const print = fingerprint(text);
      expect(fingerprint(text)).toEqual(print);
      expect([0, 128]).toContain(print.length);
      expect(bands(print)).toHaveLength(print.length / 4);
      expect(print.every((number) => (number | 0) === number)).toBe(true);
      expect(isNear(print, print)).toBe(print.length > 0);
    }),
  );
});

test('stored fingerprints stay good', () => {
  expect(bands(fingerprint(independent.en[0])).slice(0, 3)).toMatchInlineSnapshot(`
    [
      "0.edf7cdc2",
      "1.ba1fb8af",
      "2.cb03d32f",
    ]
  `);
  expect(bands(fingerprint(independent.zh[0])).slice(0, 3)).toMatchInlineSnapshot(`
    [
      "0.552fd5fe",
      "1.747c9111",
      "2.c0e1e3f2",
    ]
  `);
});
