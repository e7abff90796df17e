import type { Pointing, RangeLocus } from '@glossator/contract';
import { describe, expect, it } from 'vitest';
import { joinHeld } from './join-held.ts';
import type { Offers } from './selection-offers.ts';

const zh: RangeLocus = {
  edition: 'zh',
  version: '1.0.0',
  at: '1.1',
  start: 2,
  end: 4,
  exact: '主权',
  prefix: '网络',
  suffix: '',
};
const en: RangeLocus = { ...zh, edition: 'en', exact: 'sovereignty', prefix: '' };
const typed = { edition: 'zh', version: '1.0.0', words: '网络' };
const offersOf = (pointing: Pointing): Offers => ({
  offers: [
    { kind: 'words', address: '1.1', pointing },
    { kind: 'clause', address: '1.1', pointing: null },
  ],
  quotes: [],
  why: null,
});
const found = offersOf({ kind: 'range', loci: [en] });
const joined = (pointing: Pointing | null, address = '1.1') =>
  joinHeld(found, { address, pointing })?.offers.find(({ kind }) => kind === 'join')?.pointing;

describe('words marked beside a form that holds others', () => {
  it.each<[string, Pointing, Pointing]>([
    ['marked', { kind: 'range', loci: [zh] }, { kind: 'hinge', loci: [zh, en] }],
    ['typed', { kind: 'words', ...typed }, { kind: 'hinge', loci: [typed, en] }],
    [
      'of a hinge, whose other side gives way',
      { kind: 'hinge', loci: [zh, { ...en, at: '1.2' }] },
      { kind: 'hinge', loci: [zh, en] },
    ],
  ])('of the other language make a hinge with those that were %s', (_name, held, hinge) => {
    expect(joined(held)).toEqual(hinge);
  });

  it.each<[string, Pointing | null, string?]>([
    ['nothing', null],
    ['words of the same language', { kind: 'range', loci: [en] }],
    ['words of two clauses', { kind: 'range', loci: [zh, { ...zh, at: '1.2' }] }],
    ['an entry', { kind: 'entry', edition: 'zh', number: 'G1' }],
    ['words of another clause', { kind: 'range', loci: [zh] }, '1.2'],
  ])('make none with %s', (_name, held, address) => {
    expect(joined(held, address)).toBeUndefined();
  });

  it('are the first offer all the same, and nothing else changes', () => {
    const held = { address: '1.1', pointing: { kind: 'range' as const, loci: [zh] } };
    expect(joinHeld(found, held)?.offers.map(({ kind }) => kind)).toEqual([
      'words',
      'join',
      'clause',
    ]);
    expect(joinHeld(null, held)).toBeNull();
    const two = offersOf({ kind: 'range', loci: [en, { ...en, at: '1.2' }] });
    expect(joinHeld(two, held)).toBe(two);
    const hinge = offersOf({ kind: 'hinge', loci: [zh, en] });
    expect(joinHeld(hinge, held)).toBe(hinge);
  });
});
