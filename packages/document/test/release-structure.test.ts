import { describe, expect, test } from 'vitest';
import { applyChanges, type ReleaseBase, type ReleaseChange } from '../src/index.ts';
import { base, because, correction, made, readingAt, refused, versionIn } from './release-base.ts';

const en = 'en-creemers';
const zh = 'zh-cac';
const at = (path: string) => base.units.find((unit) => unit.path === path);
const reading = (edition: string, path: string): string =>
  base.editions
    .find((each) => each.edition.id === edition)
    ?.texts.find(({ uid }) => uid === at(path)?.uid)?.reading ?? '';

const halves = (edition: string, path: string, mark: string): [string, string] => {
  const text = reading(edition, path);
  const cut = text.indexOf(mark) + mark.length;
  return [text.slice(0, cut), text.slice(cut).trim()];
};
const split: ReleaseChange = {
  kind: 'split',
  path: '1.1.5.2',
  parts: {
    [zh]: halves(zh, '1.1.5.2', '，'),
    [en]: halves(en, '1.1.5.2', 'dissemination,'),
  },
  ...because,
};

describe('a split', () => {
  const release = made(en, [split]);

  test('retires the sentence in favour of new ones, in every edition', () => {
    expect(release.versions.map((each) => [each.edition.id, each.version])).toEqual([
      [zh, '1.1.0'],
      [en, '1.1.0'],
      ['en-glossator', '1.1.0'],
    ]);
    const born = ['1.1.5.2x1', '1.1.5.2x2'].map((path) =>
      release.units.find((u) => u.path === path),
    );
    expect(release.successors.get(at('1.1.5.2')?.uid ?? 's-')).toEqual(
      born.map((unit) => unit?.uid),
    );
    expect(release.units.some(({ path }) => path === '1.1.5.2')).toBe(false);
    expect(release.aliases).toEqual([
      {
        path: '1.1.5.2',
        uid: at('1.1.5.2')?.uid,
        successors: born.map((unit) => unit?.uid),
        reason: 'split',
      },
    ]);
    expect(readingAt(release, en, '1.1.5.2x1')).toMatch(/dissemination,$/);
    expect(readingAt(release, en, '1.1.5.2x2')).toMatch(/^it has liberated/);
    expect(
      `${readingAt(release, zh, '1.1.5.2x1') ?? ''}${readingAt(release, zh, '1.1.5.2x2') ?? ''}`,
    ).toBe(reading(zh, '1.1.5.2'));
  });

  test('takes the copy’s own words and the entries along', () => {
    const version = versionIn(release, en);
    const second = release.units.find(({ path }) => path === '1.1.5.2x2')?.uid;
    const text = version.texts.find(({ uid }) => uid === second);
    expect(text?.diplomatic).toMatch(/^it has liberated.*people's spiritual/);
    const places = version.apparatus.filter(({ number }) => /^E[45]$/.test(number));
    expect(places.map(({ loci }) => loci[0]?.uid)).toEqual([second, second]);
  });

  test('stands in document order', () => {
    const paths = release.units.map(({ path }) => path);
    expect(paths.slice(paths.indexOf('1.1.5.1'), paths.indexOf('1.1.5.3') + 1)).toEqual([
      '1.1.5.1',
      '1.1.5.2x1',
      '1.1.5.2x2',
      '1.1.5.3',
    ]);
  });

  test('leads on through a second change', () => {
    const twice = made(en, [split, { kind: 'merge', paths: ['1.1.5.2x2', '1.1.5.3'], ...because }]);
    const merged = twice.units.find(({ path }) => path === '1.1.5.2x3');
    const first = twice.units.find(({ path }) => path === '1.1.5.2x1');
    expect(twice.successors.get(at('1.1.5.2')?.uid ?? 's-')).toEqual([first?.uid, merged?.uid]);
    expect(twice.successors.get(at('1.1.5.3')?.uid ?? 's-')).toEqual([merged?.uid]);
  });
});

describe('a merge', () => {
  const release = made(en, [{ kind: 'merge', paths: ['1.1.5.2', '1.1.5.3'], ...because }]);

  test('joins the words of each edition as its language does', () => {
    expect(readingAt(release, zh, '1.1.5.2x1')).toBe(
      reading(zh, '1.1.5.2') + reading(zh, '1.1.5.3'),
    );
    expect(readingAt(release, en, '1.1.5.2x1')).toBe(
      `${reading(en, '1.1.5.2')} ${reading(en, '1.1.5.3')}`,
    );
  });

  test('with a sentence that one edition has lost leaves that edition damaged', () => {
    const lost = made(en, [{ kind: 'merge', paths: ['4.4.1.2', '4.4.1.3'], ...because }]);
    const merged = lost.units.find(({ path }) => path === '4.4.1.2x1');
    const text = versionIn(lost, en).texts.find(({ uid }) => uid === merged?.uid);
    expect(text).toMatchObject({ reading: reading(en, '4.4.1.3'), condition: 'damaged' });
  });
});

describe('a move', () => {
  const release = made(en, [{ kind: 'move', path: '1.1.5.3', after: '1.1.4.1', ...because }]);

  test('keeps the uid; the old address leads to it', () => {
    const moved = release.units.find(({ uid }) => uid === at('1.1.5.3')?.uid);
    expect(moved?.path).toBe('1.1.4.1x1');
    expect(moved?.parent).toBe(at('1.1.4')?.uid);
    expect(release.aliases).toEqual([
      { path: '1.1.5.3', uid: moved?.uid, successors: [], reason: 'moved' },
    ]);
    expect(release.successors.size).toBe(0);
  });

  test('takes limbs along', () => {
    const limb = base.units.find(({ kind }) => kind === 'limb');
    const sentence = base.units.find(({ uid }) => uid === limb?.parent);
    const moved = made(en, [
      { kind: 'move', path: sentence?.path ?? '', after: '1.1.5.3', ...because },
    ]);
    expect(moved.units.find(({ uid }) => uid === limb?.uid)?.path).toBe('1.1.5.3x1a');
  });
});

describe('a deletion', () => {
  test('leads to where the words are now, or nowhere', () => {
    const gone = made(en, [{ kind: 'delete', path: '1.1.5.3', successors: [], ...because }]);
    expect(gone.successors.get(at('1.1.5.3')?.uid ?? 's-')).toEqual([]);
    expect(versionIn(gone, en).apparatus.some(({ number }) => number === 'G5')).toBe(false);
    const led = made(en, [
      { kind: 'delete', path: '1.1.5.3', successors: ['1.1.5.2'], ...because },
    ]);
    expect(led.successors.get(at('1.1.5.3')?.uid ?? 's-')).toEqual([at('1.1.5.2')?.uid]);
  });

  test('of the last sentence takes its paragraph away', () => {
    const only = base.units.find(
      (unit) =>
        unit.kind === 'sentence' &&
        base.units.filter(({ parent }) => parent === unit.parent).length === 1,
    );
    const paragraph = base.units.find(({ uid }) => uid === only?.parent);
    if (only === undefined) throw new Error('another paragraph is needed');
    const release = made(en, [{ kind: 'delete', path: only.path, successors: [], ...because }]);
    expect(release.units.some(({ uid }) => uid === paragraph?.uid)).toBe(false);
  });
});

test('corrections and structure go together; numbers are given once', () => {
  const release = made(en, [
    correction('1.1.5.3', 'cultural construction', 'cultural construction.', {
      settles: ['G5', 'S6'],
    }),
    { kind: 'merge', paths: ['1.1.5.2', '1.1.5.3'], ...because },
    correction('1.1.5.2x1', 'reaction', 'creation', { settles: ['E4'] }),
  ]);
  expect(
    versionIn(release, en)
      .apparatus.slice(-2)
      .map(({ number, copy }) => [number, copy]),
  ).toEqual([
    ['E12', 'construction'],
    ['E13', 'reaction'],
  ]);
});

test('an address that was ever used is not given again', () => {
  const first = made(en, [split]);
  const next: ReleaseBase = {
    ...base,
    units: first.units,
    aliases: [...base.aliases, ...first.aliases],
    retired: [...first.successors.keys()],
    editions: base.editions.map((edition) => ({
      ...edition,
      ...versionIn(first, edition.edition.id),
    })),
  };
  const back = made(en, [{ kind: 'merge', paths: ['1.1.5.2x1', '1.1.5.2x2'], ...because }], next);
  expect(back.units.some(({ path }) => path === '1.1.5.2x3')).toBe(true);
  expect(back.versions.map(({ version }) => version)).toEqual(['1.2.0', '1.2.0', '1.2.0']);
});

test.each<[string, ReleaseChange, string]>([
  [
    'a heading',
    { kind: 'delete', path: '1.0.0', successors: [], ...because },
    'not-a-sentence 1.0.0',
  ],
  [
    'a reason missing',
    { kind: 'delete', path: '1.1.5.3', successors: [], note: {} },
    'reason-missing',
  ],
  [
    'its own successor',
    { kind: 'delete', path: '1.1.5.3', successors: ['1.1.5.3'], ...because },
    'successor-itself 1.1.5.3',
  ],
  ['one part', { ...split, parts: { [en]: [reading(en, '1.1.5.2')] } }, 'parts-too-few 1.1.5.2'],
  [
    'uneven parts',
    { ...split, parts: { [en]: ['a', 'b'], [zh]: ['a', 'b', 'c'] } },
    'parts-uneven 1.1.5.2',
  ],
  [
    'parts of other words',
    { ...split, parts: { [en]: ['a', 'b'], [zh]: halves(zh, '1.1.5.2', '，') } },
    `parts-unlike ${en}`,
  ],
  [
    'an edition left out',
    { ...split, parts: { [en]: halves(en, '1.1.5.2', 'dissemination,') } },
    `parts-unlike ${zh}`,
  ],
  [
    'a cut through an entry',
    {
      ...split,
      parts: { [en]: halves(en, '1.1.5.2', 'of culture a'), [zh]: halves(zh, '1.1.5.2', '，') },
    },
    'entry-across E5',
  ],
  ['one sentence merged', { kind: 'merge', paths: ['1.1.5.2'], ...because }, 'merge-too-few'],
  [
    'sentences apart',
    { kind: 'merge', paths: ['1.1.5.1', '1.1.5.3'], ...because },
    'merge-apart 1.1.5.3',
  ],
  [
    'sentences of two paragraphs',
    { kind: 'merge', paths: ['1.1.5.3', '1.1.6.1'], ...because },
    'merge-apart 1.1.6.1',
  ],
  [
    'a move to where it stands',
    { kind: 'move', path: '1.1.5.3', after: '1.1.5.2', ...because },
    'moves-nowhere 1.1.5.3',
  ],
])('%s is refused', (_what, change, said) => {
  expect(refused(en, [change]).startsWith(said)).toBe(true);
});

test('no address is left between two insertions that follow one another', () => {
  const changes: ReleaseChange[] = [
    split,
    {
      kind: 'split',
      path: '1.1.5.2x1',
      parts: {
        [en]: ['The network has stimulated', 'cultural exchange and knowledge dissemination,'],
        [zh]:
          [...halves(zh, '1.1.5.2', '，')[0]].length > 4
            ? [halves(zh, '1.1.5.2', '，')[0].slice(0, 4), halves(zh, '1.1.5.2', '，')[0].slice(4)]
            : [],
      },
      ...because,
    },
  ];
  expect(applyChanges(base, en, changes)).toMatchObject({
    ok: false,
    unmade: { change: 1, code: 'no-room' },
  });
});
