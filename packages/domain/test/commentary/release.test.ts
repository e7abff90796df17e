import { describe, expect, test } from 'vitest';
import {
  readReleaseNumber,
  writeRelease,
  writeReleaseNumber,
  type ReleaseDocument,
} from '../../src/index.ts';

const release: ReleaseDocument = {
  slug: 'notes',
  number: '1.0',
  released: '2026-11-30T00:00:00.000Z',
  work: { slug: 'ncss-2016', titles: { zh: '战略', en: 'Strategy' } },
  versions: { 'zh-cac': '1.0.0', 'en-creemers': '1.0.0' },
  language: 'en',
  titles: { en: 'Notes' },
  subtitle: '',
  abstracts: {},
  contributors: [
    {
      ...{ kind: 'person', family: 'Ricci', given: 'Matteo', orcid: '', affiliation: '' },
      ...{ roles: ['writing-original-draft'], names: { zh: '利玛窦' } },
    },
  ],
  licence: { id: 'CC-BY-4.0', statement: {} },
  interests: '',
  statement: { en: 'Not peer-reviewed.' },
  change: '',
  parts: [
    {
      ...{ kind: 'entry', label: 'T1', title: 'One', words: 1, body: 'Word' },
      places: [{ kind: 'segment', address: '4', from: 's-1', to: 's-1', loci: [], entry: null }],
    },
  ],
};

/** The same content with the keys of every object the other way round. */
function turned<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => turned(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, each]) => [key, turned(each)])) as Value;
}

describe('the document of a release', () => {
  test('is the same, byte for byte, whatever the order of keys', () => {
    expect(JSON.stringify(turned(release))).not.toBe(JSON.stringify(release));
    expect(writeRelease(turned(release))).toBe(writeRelease(release));
  });

  test('has works that are cited where there are any, in the order of their keys', () => {
    const items = [
      { id: 'raz', type: 'book', title: 'B' },
      { title: 'A', type: 'book', id: 'hart' },
    ] as const;
    const written = JSON.parse(writeRelease({ ...release, items })) as ReleaseDocument;
    expect(Object.keys(written).slice(-3)).toEqual(['change', 'items', 'parts']);
    expect(JSON.stringify(written.items)).toBe(
      '[{"id":"hart","title":"A","type":"book"},{"id":"raz","title":"B","type":"book"}]',
    );
    expect(writeRelease({ ...release, items: [] })).toBe(writeRelease(release));
    expect(writeRelease(release)).not.toContain('items');
  });

  test('holds all that is in it, and says what it is', () => {
    expect(JSON.parse(writeRelease(release))).toEqual({
      format: 'glossator-commentary/1',
      ...release,
    });
  });

  test('names whom it quotes, and is as documents of before where that is nobody', () => {
    expect(writeRelease({ ...release, acknowledgements: [] })).toBe(writeRelease(release));
    const acknowledgements = [{ how: 'name', credit: 'Ben', parts: ['T1'] }] as const;
    expect(JSON.parse(writeRelease({ ...release, acknowledgements }))).toMatchObject({
      acknowledgements,
    });
  });

  test('tells nothing that it does not know', () => {
    const more = { ...release, secret: 'draft', parts: [{ ...release.parts[0], author: 'Ada' }] };
    expect(writeRelease(more as unknown as ReleaseDocument)).toBe(writeRelease(release));
  });
});

describe('the number of a release', () => {
  test.each(['1.0', '1.1', '12.30'])('%s', (text) => {
    const number = readReleaseNumber(text);
    expect(number === null ? null : writeReleaseNumber(number)).toBe(text);
  });
  test.each(['', '0.1', '1', '1.', '01.0', '1.00', '1.0.0', 'v1.0', '1.0 '])(
    '%j is none',
    (text) => {
      expect(readReleaseNumber(text)).toBeNull();
    },
  );
});
