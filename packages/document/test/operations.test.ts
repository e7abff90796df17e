import { expect, test } from 'vitest';

import { codePointLength } from '../src/index.ts';
import { en, readLayer, segments, textAt, witness, zh } from './strategy.ts';

interface Change {
  readonly path?: string;
  readonly at?: number;
  readonly offset?: number;
  readonly before: string;
  readonly after: string;
}
interface Operation {
  readonly n: number;
  readonly kind: string;
  readonly edition: string | null;
  readonly reason: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
}

const operations = readLayer('operations.json') as readonly Operation[];
const chars = [...witness];

test('operations are numbered in order, each with its reason in both languages', () => {
  expect(operations.map(({ n }) => n)).toEqual(operations.map((_, i) => i + 1));
  for (const { reason, changes } of operations) {
    expect(reason['en']).toBeTruthy();
    expect(reason['zh-Hans']).toMatch(/[\u4e00-\u9fff]/u);
    expect(changes.length).toBeGreaterThan(0);
  }
});

test('what an operation says it found is what the witness has there', () => {
  for (const { at, before } of operations.flatMap(({ changes }) => changes)) {
    if (at === undefined) continue;
    expect(chars.slice(at, at + codePointLength(before)).join('')).toBe(before);
  }
});

test.each([
  ['zh-cac', zh],
  ['en-creemers', en],
] as const)(
  '%s: the logged changes, and they alone, lead from the copy to the reading',
  (id, version) => {
    const changes = operations
      .filter(({ edition }) => edition === id)
      .flatMap((operation) => operation.changes)
      .filter((change) => change.offset !== undefined);
    for (const { path } of segments) {
      const text = [...(textAt(version, path, 'diplomatic') ?? '')];
      const own = changes
        .filter((change) => change.path === path)
        .toSorted((left, right) => (right.offset ?? 0) - (left.offset ?? 0));
      for (const { offset = 0, before, after } of own) {
        text.splice(offset, codePointLength(before), after);
      }
      expect(text.join(''), path).toBe(textAt(version, path) ?? '');
    }
  },
);

test('how often each rule applied', () => {
  const counts = operations
    .filter(({ edition }) => edition !== null)
    .map(({ edition, kind, changes }) => [edition, kind, changes.length]);
  expect(counts).toEqual([
    ['zh-cac', 'strip-mark', 3],
    ['zh-cac', 'place', 67],
    ['zh-cac', 'join', 1],
    ['zh-cac', 'split', 2],
    ['zh-cac', 'segment', 122],
    ['zh-cac', 'fold-punctuation', 12],
    ['zh-cac', 'fold-quotes', 2],
    ['zh-cac', 'fold-numeral', 3],
    ['zh-cac', 'mark-gap', 7],
    ['en-creemers', 'strip-mark', 14],
    ['en-creemers', 'place', 60],
    ['en-creemers', 'join', 2],
    ['en-creemers', 'segment', 107],
    ['en-creemers', 'fold-quotes', 48],
    ['en-creemers', 'drop-final-stop', 6],
    ['en-creemers', 'mark-gap', 24],
  ]);
});
