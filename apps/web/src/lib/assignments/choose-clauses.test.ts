import type { WorkView } from '@glossator/contract';
import { describe, expect, test } from 'vitest';
import { checkedIn, chooseClauses } from './choose-clauses.ts';
import { clauseParts } from './clause-parts.ts';

const units: WorkView['units'] = [
  ['0', 'container', null],
  ['0.1', 'container', '0'],
  ['0.1.1', 'sentence', '0.1'],
  ['1', 'container', null],
  ['1.0', 'heading', '1'],
  ['1.1', 'container', '1'],
  ['1.1.1', 'sentence', '1.1'],
  ['1.1.2', 'sentence', '1.1'],
  ['1.2', 'container', '1'],
  ['1.2.1', 'sentence', '1.2'],
  ['2', 'container', null],
  ['2.0', 'heading', '2'],
  ['2.1', 'container', '2'],
  ['2.1.1', 'sentence', '2.1'],
].map(([path, kind, parent]) => ({
  uid: `s-${String(path)}`,
  path: String(path),
  kind: kind as 'sentence',
  role: 'none' as const,
  parent: parent === null ? null : `s-${String(parent)}`,
}));
const named = (key: string) => ({
  key,
  names: { en: key },
  numerals: { en: 'decimal' as const },
});
const work = {
  slug: 'law',
  standing: 'public' as const,
  key: 'law',
  issuer: {},
  issued: '2027-03-01',
  rights: {},
  titles: { en: 'The Law' },
  abbreviation: 'TL',
  hasWitness: false,
  hasTerms: false,
  levels: ['part', 'paragraph', 'sentence'].map(named),
  units,
};

describe('as few ranges as are meant, in the order of the text', () => {
  test.each<[string[], string[]]>([
    [[], []],
    [['1.1.2'], ['1.1.2']],
    [['1.1.2', '1.1.1'], ['1.1']],
    [['1.1.2', '1.2.1'], ['1.1.2-1.2.1']],
    [['1.0', '1.1.1', '1.1.2', '1.2.1'], ['1']],
    // A heading stands between them.
    [
      ['1.2.1', '2.1.1'],
      ['1.2.1', '2.1.1'],
    ],
    [
      ['2', '1'],
      ['1', '2'],
    ],
    [['1', '1.1.2', '1.1'], ['1']],
    [['1.1-1.2', '1.2.1'], ['1.1-1.2']],
    [['1.1.2-2.1.1', '1.1'], ['1.1.1-2.1.1']],
    [
      ['1', '2', '0.1.1'],
      ['0.1.1', '1', '2'],
    ],
    [['TL 1.1.1–1.2.1'], ['1.1.1-1.2.1']],
  ])('%j', (chosen, addresses) => {
    expect(chooseClauses(work, chosen)).toEqual({ ok: true, addresses });
  });
});

test.each([
  ['nonsense', 'malformed'],
  ['1.1.9', 'unknown'],
  ['7', 'unknown'],
  ['2-1', 'reversed'],
])('%s is refused as %s, and named', (typed, reason) => {
  expect(chooseClauses(work, ['1.1.1', typed])).toEqual({ ok: false, typed, reason });
});

test('what is stored is found again in the boxes, or in the words beside them', () => {
  const boxes = new Set(['1', '2', '0.1.1', '1.1.1', '1.1.2', '1.2.1']);
  expect(checkedIn(work, boxes, ['1', '0.1.1', '1.1.2-1.2.1', '1.2-2.1'])).toEqual({
    checked: ['1', '0.1.1', '1.1.2', '1.2.1'],
    typed: ['1.2-2.1'],
  });
});

test('each heading has the sentences under it; what stands before the first has a name of its own', () => {
  const texts = Object.fromEntries(
    units
      .filter(({ kind }) => kind === 'sentence' || kind === 'heading')
      .map(({ uid, path }) => [
        uid,
        { reading: path === '1.1.2' ? 'word '.repeat(40) : `Text ${path}`, label: '' },
      ]),
  );
  const edition = { id: 'en', lang: 'en', texts };
  const parts = clauseParts({ ...work, editions: [edition] } as unknown as WorkView, 'en', 'Begin');
  expect(parts.map(({ address, title }) => [address, title])).toEqual([
    ['0', 'Begin'],
    ['1', 'Text 1.0'],
    ['2', 'Text 2.0'],
  ]);
  expect(parts.map(({ clauses }) => clauses.map(({ address }) => address))).toEqual([
    ['0.1.1'],
    ['1.1.1', '1.1.2', '1.2.1'],
    ['2.1.1'],
  ]);
  expect(parts[1]?.clauses[1]?.text).toBe(`${'word '.repeat(27)}word…`);
});
