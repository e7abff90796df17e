import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { shippedSpans } from '../seed/index.ts';
import type { WitnessSpan } from '../src/index.ts';
import { en, readLayer, textAt, witness, WITNESS_FILE, witnessLine, zh } from './strategy.ts';

interface Rest extends WitnessSpan {
  readonly group: string;
  readonly class: string;
}

const chars = [...witness];
const rest = readLayer('remainder.json') as readonly Rest[];
const spans = Object.values(shippedSpans).flatMap((paths) => Object.values(paths).flat());
const textOf = ({ start, end }: WitnessSpan): string => chars.slice(start, end).join('');
const inGroup = (group: string): readonly Rest[] => rest.filter((entry) => entry.group === group);

test('the witness is the file it was', () => {
  const bytes = readFileSync(WITNESS_FILE);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'a98fcf1b970edfde7a6e2f5f43b04ed1919217dde9f28da24591112c896b1a7d',
  );
  expect([bytes.length, chars.length, witness.split('\n').length]).toEqual([51_490, 38_941, 399]);
  expect(witness.normalize('NFC')).toBe(witness);
});

test('every code point belongs to exactly one span', () => {
  const all = [...spans, ...rest].toSorted((left, right) => left.start - right.start);
  let at = 0;
  for (const span of all) {
    expect(span.start, textOf(span)).toBe(at);
    expect(span.end).toBeGreaterThan(span.start);
    at = span.end;
  }
  expect(at).toBe(chars.length);
});

test('every span stands in the line it names', () => {
  const starts = witness
    .split('\n')
    .reduce<number[]>((found, line) => [...found, (found.at(-1) ?? 0) + [...line].length + 1], [0]);
  for (const span of [...spans, ...rest]) {
    const from = starts[span.line - 1] ?? Infinity;
    expect(span.start >= from && span.start < (starts[span.line] ?? 0)).toBe(true);
  }
});

test('the spans of a segment are its diplomatic text, a page break a single space', () => {
  for (const version of [zh, en]) {
    for (const [path, own] of Object.entries(shippedSpans[version.edition.id] ?? {})) {
      expect(own.map(textOf).join(' '), path).toBe(textAt(version, path, 'diplomatic'));
      expect(own.length, path).toBe(
        ['1.2.5.3', '4.7.1.5'].includes(path) && version === en ? 2 : 1,
      );
    }
  }
});

test('structure is line ends, heading marks and the spaces between sentences, nothing more', () => {
  for (const span of inGroup('structure')) {
    const shape = { 'line-end': /^\n+$/u, 'heading-mark': /^#+ $/u, space: /^ $/u }[span.class];
    expect(textOf(span)).toMatch(shape ?? /^$/u);
  }
  // In a paragraph of n English sentences n - 1 spaces, less the one the notice in line 127 swallowed.
  const spaces = inGroup('structure').filter((span) => span.class === 'space');
  expect(spaces).toHaveLength(107 - 43);
  expect(inGroup('structure').filter((span) => span.class === 'heading-mark')).toHaveLength(17);
});

test('furniture: twelve page ends, eight notices, and no line of it in the text', () => {
  const breaks = rest.filter((span) => span.class === 'page-break');
  expect(breaks.map(textOf)).toEqual(Array.from({ length: 12 }, () => 'Close and accept'));
  const notices = rest
    .filter((span) => span.class === 'cookie-notice')
    .map(textOf)
    .join('\n');
  expect(notices.match(/see (?:here|our)/gu)).toHaveLength(8);
  const furniture = inGroup('furniture').map(textOf).join('\n');
  expect(furniture).not.toMatch(/[\u4e00-\u9fff]|Principles|Strategic/u);
});

test('all words about cookies are furniture', () => {
  const cookies = rest.filter((span) => /cookies?\b|consent to our use/iu.test(textOf(span)));
  expect(new Set(cookies.map((span) => span.class))).toEqual(new Set(['cookie-notice']));
  const outside = witness.match(/cookie/giu)?.length;
  expect(
    cookies
      .map(textOf)
      .join('')
      .match(/cookie/giu),
  ).toHaveLength(outside ?? 0);
});

test('the quoted excerpt is the end of the English preamble', () => {
  const [excerpt, more] = inGroup('secondary-witness').map(textOf);
  expect(more).toBeUndefined();
  const preamble = [1, 2, 3, 4]
    .map((n) => textAt(en, `0.0.1.${String(n)}`, 'diplomatic'))
    .join(' ');
  expect(preamble.endsWith(excerpt ?? '-')).toBe(true);
  expect(excerpt).toHaveLength(971);
  expect(witnessLine(347).startsWith('[...] National Cyberspace')).toBe(true);
});
