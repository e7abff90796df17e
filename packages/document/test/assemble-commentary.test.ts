import { expect, test } from 'vitest';

import { assembleCommentary, type CommentaryLayers, type StoredNote } from '../src/index.ts';
import { ncss2016TextualNotes } from '../seed/ncss-2016-textual-notes.ts';
import { shipped } from './strategy.ts';

const { words } = ncss2016TextualNotes;
const plain: StoredNote = {
  number: 'T1',
  title: 'A note',
  category: 'shift',
  editions: ['en-creemers'],
  cause: 'unknown',
  certainty: 'low',
  seeAlso: [],
  places: [],
  apparatus: [],
  body: ['One.', 'Two.'],
};
const assemble = (note: Partial<StoredNote>, about: Partial<CommentaryLayers['words']> = {}) =>
  assembleCommentary(
    {
      words: { ...words, ...about },
      introduction: ['## A', 'B'],
      entries: [[{ ...plain, ...note }]],
    },
    shipped,
  );
const placed = (at: string, quoted: Readonly<Record<string, string>>) => () =>
  assemble({ places: [{ at, words: quoted }] });
const used =
  (uses: NonNullable<StoredNote['terms']>['uses'], forms = ['网络']) =>
  () =>
    assemble({ terms: { source: 'zh-cac', target: 'en-creemers', forms, uses } });

test('blocks of Markdown are joined as paragraphs', () => {
  const { introduction, entries } = assemble({});
  expect(introduction).toBe('## A\n\nB');
  expect(entries[0]?.body).toBe('One.\n\nTwo.');
});

test('a note may stand at a range or container, without words', () => {
  const { entries } = assemble({ places: [{ at: '4.1' }, { at: '4.1.0-4.2.1.1' }] });
  expect(entries[0]?.places.map(({ address }) => address)).toEqual(['4.1', '4.1.0-4.2.1.1']);
});

test('words in a limb are offsets of its sentence', () => {
  const { entries } = assemble({ places: [{ at: '3.1.1.2b', words: { 'zh-cac': '本国' } }] });
  const [locus] = entries[0]?.places[0]?.loci ?? [];
  expect(locus?.start).toBeGreaterThan(83);
  expect(locus?.end).toBeLessThan(125);
  expect(shipped.units.find(({ uid }) => uid === locus?.uid)?.path).toBe('3.1.1.2');
});

test.each([
  ['words that stand nowhere', placed('2.0.5.1', { 'en-creemers': 'Cooperation:' }), 'absent'],
  ['words that stand twice', placed('1.1.8.2', { 'zh-cac': '网络空间' }), 'ambiguous'],
  ['words outside the limb', placed('3.1.1.2a', { 'zh-cac': '在本国网络传播' }), 'absent'],
  ['words of a lost segment', placed('4.1.0', { 'en-creemers': 'sovereignty' }), 'nothing stands'],
  ['an address that is none', placed('9.9.9.9', {}), 'unknown'],
  ['an edition that is not pinned', placed('1.0.0', { 'en-other': 'I' }), 'of no version'],
  ['an entry no apparatus has', () => assemble({ apparatus: ['zh-cac/G99'] }), 'no zh-cac/G99'],
  [
    'another version of an edition',
    () => assemble({ apparatus: ['zh-cac/G1'] }, { versions: { 'zh-cac': '2.0.0' } }),
    'zh-cac 2.0.0',
  ],
  [
    'a term used where it does not stand',
    used([{ at: '1.1.4.1', source: '网络', target: null, gap: 'G1' }]),
    'not the next',
  ],
  [
    'uses out of order',
    used([{ at: '1.2.1.1', source: '网络空间', target: 'cyberspace' }]),
    'not the next',
  ],
  [
    'a rendering that stands in two places',
    used([{ at: '1.1.8.2', source: '网络空间', target: 'cyberspace' }]),
    'ambiguous',
  ],
  [
    'a choice where there is none',
    used([{ at: '0.0.1.1', source: '网络空间', target: 'cyberspace', nth: 2 }]),
    'absent',
  ],
  [
    'a choice that says nothing',
    used([{ at: '0.0.1.1', source: '网络空间', target: 'cyberspace', nth: 1 }]),
    'stands once',
  ],
])('%s: refused', (_, make, reason) => {
  expect(make).toThrow(reason);
});

test('of several places with the same words the one that is named is taken', () => {
  const make = used([{ at: '1.1.8.2', source: '网络空间', target: 'cyberspace', nth: 2 }]);
  const [use] = make().entries[0]?.terms?.uses ?? [];
  expect(use).toMatchObject({ path: '1.1.8.2', as: 'cyberspace', gap: null });
  expect(use?.target?.start).toBeGreaterThan(150);
});
