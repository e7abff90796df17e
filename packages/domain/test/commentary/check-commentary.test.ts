import { describe, expect, test } from 'vitest';
import {
  checkCommentary,
  stopsAmong,
  type CommentaryDraft,
  type DraftPart,
} from '../../src/index.ts';
import { book, draft, entry, locus, place } from './draft.ts';

const told = (more: Partial<CommentaryDraft>) =>
  checkCommentary(draft(more)).map(({ code, part, about }) =>
    [code, part, about].filter((word) => word !== null && word !== '').join(' '),
  );
const changed = (...clauses: string[]) => ({ pin: 'en-creemers 1.0.0', clauses });
const parts = (...given: CommentaryDraft['parts'][number][]) => told({ parts: given });

test('of what is whole nothing is said', () => {
  expect(checkCommentary(draft())).toEqual([]);
});

describe('the whole', () => {
  test.each([
    [{ parts: [] }, 'nothing-written'],
    [{ abstract: ' \n' }, 'abstract-missing'],
    [{ licence: null }, 'licence-missing'],
    [{ contributors: [] }, 'byline-missing'],
    [{ interests: '' }, 'interests-missing'],
  ] as const)('%j', (more, code) => {
    expect(told(more)).toEqual([code]);
  });
});

describe('a part', () => {
  test.each([
    [entry('T1', { body: ' \n ' }), 'part-empty id-T1'],
    [entry('', { id: 'x' }), 'label-missing x'],
    [entry('T1', { places: [] }), 'place-missing id-T1'],
    [entry('T1', { unresolved: ['T99'] }), 'reference-unresolved id-T1 T99'],
    [entry('T1', { unconsented: ['quote:3'] }), 'quotation-unconsented id-T1 quote:3'],
    [entry('T1', { title: '' }), 'title-missing id-T1'],
    [entry('T1', { places: [place({ isGone: true })] }), 'place-gone id-T1 4.1'],
    [
      entry('T1', { places: [place({ changed: [changed('4.1')] })] }),
      'place-changed id-T1 4.1 en-creemers 1.0.0',
    ],
    [
      entry('T1', { places: [place({ kind: 'range', loci: [locus('1.0.0'), locus('1.0.0')] })] }),
      'place-superseded id-T1 4.1 en-creemers 1.0.0',
    ],
  ])('%#: %j', (part, said) => {
    expect(parts(part)).toEqual([said]);
  });

  const changedOf = (more: Partial<DraftPart>) =>
    parts(entry('T1', more)).map((said) => said.replace('place-changed id-T1 ', ''));

  test('of a section that has changed, the clauses are named', () => {
    const many = Array.from({ length: 9 }, (_, n) => `4.1.1.${String(n + 1)}`);
    const at = (...clauses: string[]) =>
      changedOf({ kind: 'essay', places: [place({ changed: [changed(...clauses)] })] });
    expect(at('4.1.1.2')).toEqual(['4.1 (4.1.1.2) en-creemers 1.0.0']);
    expect(at('4.1.1.2', '4.1.2.1')).toEqual(['4.1 (4.1.1.2, 4.1.2.1) en-creemers 1.0.0']);
    expect(at(...many)).toEqual([`4.1 (${many.slice(0, 6).join(', ')}, …) en-creemers 1.0.0`]);
  });

  test('so is what its words refer to, each clause once', () => {
    const refers = [
      { address: '2.1.1.1', changed: [changed('2.1.1.1')] },
      { address: '4.1.1.2', changed: [changed('4.1.1.2')] },
      { address: '3.1', changed: [] },
    ];
    expect(changedOf({ kind: 'introduction', places: [], refers })).toEqual([
      '2.1.1.1 en-creemers 1.0.0',
      '4.1.1.2 en-creemers 1.0.0',
    ]);
    const places = [place({ changed: [changed('4.1.1.2')] })];
    expect(changedOf({ kind: 'essay', places, refers })).toEqual([
      '4.1 (4.1.1.2) en-creemers 1.0.0',
      '2.1.1.1 en-creemers 1.0.0',
    ]);
  });

  test('every reference that leads nowhere is one', () => {
    expect(parts(entry('T1', { unresolved: ['T99', '4.9.9.9'] }))).toEqual([
      'reference-unresolved id-T1 T99',
      'reference-unresolved id-T1 4.9.9.9',
    ]);
  });

  test('on the newest version of its edition it is quiet', () => {
    expect(
      parts(entry('T1', { places: [place({ kind: 'range', loci: [locus('1.1.0')] })] })),
    ).toEqual([]);
  });

  test('labels that differ in case alone are the same to whoever hears them', () => {
    expect(parts(entry('T1'), entry('t1'))).toEqual([
      'label-twice id-T1 t1',
      'label-twice id-t1 T1',
    ]);
  });

  test('an introduction needs no label, title or place, an essay no label or place', () => {
    const bare = { label: '', places: [] };
    expect(
      parts(
        entry('a', { ...bare, kind: 'introduction', title: '' }),
        entry('b', { ...bare, kind: 'essay' }),
      ),
    ).toEqual([]);
  });
});

test('a work that nobody knows is cited: a warning', () => {
  const findings = checkCommentary(
    draft({ items: [book('hart')], parts: [entry('T1', { cites: ['hart', 'raz'] })] }),
  );
  expect(findings).toEqual([{ code: 'citation-unresolved', part: 'id-T1', about: '@raz' }]);
  expect(stopsAmong(findings)).toEqual([]);
});

test('warnings stop nothing', () => {
  const findings = checkCommentary(
    draft({ interests: '', parts: [entry('T1', { title: '', body: '' })] }),
  );
  expect(stopsAmong(findings).map(({ code }) => code)).toEqual(['part-empty']);
  expect(findings).toHaveLength(3);
});
