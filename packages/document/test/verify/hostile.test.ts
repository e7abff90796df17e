import { describe, expect, test } from 'vitest';
import { digest, prepareVersion, readPasted, verifyQuotation } from '../../src/index.ts';
import { segments, textAt, en, zh } from '../strategy.ts';
import { foldHan } from './ground.ts';

const versionOf = (texts: readonly string[]) =>
  prepareVersion(
    {
      edition: 'long',
      lang: 'en',
      version: '1.0.0',
      released: '2020-01-01',
      segments: texts.map((text, n) => ({
        uid: `s-${n}`,
        path: `1.${n + 1}`,
        text,
        sha256: digest(text),
      })),
    },
    foldHan,
  );

// Words in an order of their own, so that no sentence stands twice: 200,000 of them.
const words = segments.flatMap(({ path }) => (textAt(en, path) ?? '').split(' '));
let seed = 7;
const next = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
const sentences = Array.from({ length: 8_000 }, () =>
  Array.from({ length: 25 }, () => words[next(words.length)]).join(' '),
);
const long = versionOf(sentences);
const works = [{ slug: 'long', versions: [long] }];

function timed(text: string, within = works): number {
  const start = performance.now();
  verifyQuotation(readPasted(text), within);
  return performance.now() - start;
}

// Well above what is measured, for machines that are busy; quadratic work takes minutes.
const SOON = 3_000;

describe('a work of 200,000 words', () => {
  test.each([
    ['the last sentence', () => sentences.at(-1) ?? ''],
    ['a word changed', () => (sentences[5_000] ?? '').replace(' ', ' not ')],
    ['nothing like it', () => 'zebra '.repeat(200)],
    ['one word ten thousand times', () => 'the '.repeat(5_000)],
    ['as long as can be', () => sentences.slice(0, 400).join(' ').slice(0, 20_000)],
    [
      'as long as is compared, out of order',
      () => sentences.slice(0, 60).toReversed().join(' ').slice(0, 9_000),
    ],
    ['frequent pieces', () => Array.from({ length: 20 }, () => 'cyberspace').join(' … ')],
  ])('%s', (_, text) => {
    timed('warm');
    expect(timed(text())).toBeLessThan(SOON);
  });
});

describe('texts made to be slow', () => {
  const same = [{ slug: 'same', versions: [versionOf(['a'.repeat(1_200_000)])] }];
  const hanzi = [{ slug: 'hanzi', versions: [versionOf(['网'.repeat(400_000)])] }];
  test.each([
    ['b and many a', `b${'a'.repeat(19_000)}`, same],
    ['many a', 'a'.repeat(19_000), same],
    ['many a and b', `${'a'.repeat(19_000)}b`, same],
    ['one hanzi', `安${'网'.repeat(1_400)}`, hanzi],
    ['one hanzi in turns', '网安'.repeat(700), hanzi],
    ['stops', '. '.repeat(9_000), same],
    ['quotation marks', '“'.repeat(19_999), same],
    ['a hyphen at each end of a line', 'a-\n'.repeat(6_000), same],
    ['marks that stack', `a${'\u0301'.repeat(19_000)}`, same],
  ])('%s', (_, text, within) => {
    expect(timed(text, within)).toBeLessThan(SOON);
  });

  test('a hundred thousand bytes are refused at once', () => {
    const start = performance.now();
    for (const text of [
      'x'.repeat(100_000),
      '— \n'.repeat(33_000),
      `${'\n'.repeat(99_000)}ab`,
      ' /t/'.repeat(25_000),
    ])
      verifyQuotation(readPasted(text), works);
    expect(verifyQuotation(readPasted('x'.repeat(100_000)), works)).toEqual({
      ok: false,
      reason: 'too-long',
    });
    expect(performance.now() - start).toBeLessThan(SOON);
  });
});

test('a version knows nothing of another', () => {
  const other = [{ slug: 'w', versions: [versionOf([textAt(zh, '4.3.1.2') ?? ''])] }];
  const answer = verifyQuotation(readPasted('two wings of one body'), other);
  expect(answer.ok && answer.value.verbatim).toBe('absent');
});
