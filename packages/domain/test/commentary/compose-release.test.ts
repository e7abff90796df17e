import { describe, expect, test } from 'vitest';
import { composeRelease, numberAfter, writeRelease, writeReleaseNumber } from '../../src/index.ts';
import { book, draft, entry, locus, place } from './draft.ts';

const publication = {
  number: '1.0',
  released: '2026-11-30T00:00:00.000Z',
  change: '',
  statement: { en: 'Reviewed.' },
};

describe('what is published of a draft', () => {
  test('is its front matter, its byline, and its parts in their order', () => {
    const release = composeRelease(draft(), publication);
    expect(release).toMatchObject({
      ...publication,
      slug: 'notes',
      titles: { en: 'Notes' },
      abstracts: { en: 'What they are.' },
      licence: { id: 'CC-BY-4.0' },
      contributors: [{ family: 'Li', names: {} }],
      versions: { 'zh-cac': '1.0.0', 'en-creemers': '1.1.0' },
    });
    expect(release?.parts.map(({ label, body }) => [label, body])).toEqual([
      ['T1', 'About T1.'],
      ['T2', 'About T2.'],
    ]);
  });

  test('names the version of every edition that a place quotes', () => {
    const quoted = place({ kind: 'range', loci: [locus('1.0.0')] });
    const release = composeRelease(
      draft({ parts: [entry('T1', { places: [quoted] })] }),
      publication,
    );
    expect(release?.parts[0]?.places).toEqual([
      {
        ...{ kind: 'range', address: '4.1', from: 's-1', to: 's-1', entry: null },
        loci: [locus('1.0.0')],
      },
    ]);
  });

  test('tells nothing of how it was written', () => {
    const release = composeRelease(
      draft({ parts: [entry('T1', { unresolved: ['T9'] })] }),
      publication,
    );
    const text = release === null ? '' : writeRelease(release);
    for (const word of ['id-T1', 'unresolved', 'isGone', 'T9']) expect(text).not.toContain(word);
  });

  test('has the works that its parts cite, by their keys, and no others', () => {
    const cites = [entry('T1', { cites: ['raz', 'nobody'] }), entry('T2', { cites: ['hart'] })];
    const items = [book('raz'), book('kelsen'), book('hart')];
    const release = composeRelease(draft({ items, parts: cites }), publication);
    expect(release?.items).toEqual([book('hart'), book('raz')]);
  });

  test('where nothing is cited, has no word of works', () => {
    const release = composeRelease(draft({ items: [book('kelsen')] }), publication);
    expect(release).not.toHaveProperty('items');
  });

  test('is nothing without a licence', () => {
    expect(composeRelease(draft({ licence: null }), publication)).toBeNull();
  });
});

test.each([
  [null, false, '1.0'],
  [null, true, '1.0'],
  ['1.0', true, '1.1'],
  ['1.9', true, '1.10'],
  ['1.9', false, '2.0'],
  ['2.1', false, '3.0'],
] as const)('after %s (correction: %s) comes %s', (newest, isCorrection, next) => {
  const [major = 0, minor = 0] = (newest ?? '').split('.').map(Number);
  expect(
    writeReleaseNumber(numberAfter(newest === null ? null : { major, minor }, isCorrection)),
  ).toBe(next);
});
