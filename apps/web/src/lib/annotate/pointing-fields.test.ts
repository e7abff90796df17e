import type { Pointing, RangeLocus } from '@glossator/contract';
import { describe, expect, it } from 'vitest';
import { asPointing, pointingOf, readLoci, sidesOf } from './pointing-fields.ts';

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
const typed = { edition: 'en', version: '1.0.0', words: 'sovereignty' };
const editions = ['zh:1.0.0', 'en:1.0.0'];

describe('fields and what they mean', () => {
  it.each<[string, Pointing, [string, string]]>([
    ['words marked in a clause', { kind: 'range', loci: [zh] }, ['主权', '']],
    [
      'words marked in two',
      { kind: 'range', loci: [en, { ...en, at: '1.2' }] },
      ['', 'sovereignty\nsovereignty'],
    ],
    ['words typed', { kind: 'words', ...typed }, ['', 'sovereignty']],
    ['a hinge that was marked', { kind: 'hinge', loci: [zh, en] }, ['主权', 'sovereignty']],
    ['a hinge half typed', { kind: 'hinge', loci: [zh, typed] }, ['主权', 'sovereignty']],
    [
      'words of a version before',
      { kind: 'range', loci: [{ ...zh, version: '0.9.0' }] },
      ['主权', ''],
    ],
  ])('agree for %s', (_name, pointing, words) => {
    const sides = sidesOf(pointing, editions);
    expect(sides.map((side) => side.words)).toEqual(words);
    expect(pointingOf(sides)).toEqual(pointing);
  });

  it('hold nothing where nothing, or no words, are meant', () => {
    expect(pointingOf(sidesOf(null, editions))).toBeNull();
    expect(
      pointingOf(sidesOf({ kind: 'entry', edition: 'zh', number: 'G1' }, editions)),
    ).toBeNull();
    expect(pointingOf([{ edition: 'zh:1.0.0', words: ' \n', loci: [zh] }])).toBeNull();
  });

  it('keep words of an edition that is not shown in a field that is free', () => {
    const pointing: Pointing = { kind: 'words', ...typed, edition: 'fr' };
    expect(pointingOf(sidesOf(pointing, editions))).toEqual(pointing);
  });

  it('that two clauses were marked in join no hinge by their places', () => {
    const sides = sidesOf({ kind: 'range', loci: [zh, { ...zh, at: '1.2' }] }, editions);
    const hinge = pointingOf(
      sides.map((side) => (side.words === '' ? { ...side, words: 'x' } : side)),
    );
    expect(hinge).toMatchObject({ kind: 'hinge', loci: [{ words: '主权\n主权' }, { words: 'x' }] });
  });
});

describe('what a browser kept', () => {
  it.each<[unknown]>([
    [{ kind: 'range', loci: [zh] }],
    [{ kind: 'hinge', loci: [zh, typed] }],
    [{ kind: 'words', ...typed }],
    [{ kind: 'entry', edition: 'zh', number: 'G1' }],
    [{ kind: 'part', slug: 's', number: '1.0', label: 'T1' }],
    [{ kind: 'note', annotation: 'a' }],
  ])('is read back: %j', (value) => {
    expect(asPointing(structuredClone(value))).toEqual(value);
  });

  it.each([
    [null],
    ['range'],
    [{ kind: 'range', loci: [] }],
    [{ kind: 'range', loci: [{ ...zh, start: '2' }] }],
    [{ kind: 'hinge', loci: [zh] }],
    [{ kind: 'hinge', loci: { 0: zh, 1: en, length: 2 } }],
    [{ kind: 'words', words: 1 }],
    [{ kind: 'part', slug: 's', label: 'T1' }],
    [{ kind: 'note' }],
    [{ kind: 'poem' }],
  ])('is nothing where it is something else: %j', (value) => {
    expect(asPointing(value)).toBeNull();
  });

  it.each(['', '[', '{}', '[1]', JSON.stringify([{ ...zh, at: 1 }])])(
    'stands nowhere where it is no list of places: %s',
    (json) => {
      expect(readLoci(json)).toEqual([]);
    },
  );
  it('stands where it stood', () => {
    expect(readLoci(JSON.stringify([zh]))).toEqual([zh]);
  });
});
