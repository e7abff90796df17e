import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyChanges,
  codePointLength,
  codePointSlice,
  type MadeRelease,
  type ReleaseBase,
  type ReleaseChange,
} from '../src/index.ts';
import { base, because, made, readingAt, refused, versionIn } from './release-base.ts';

const [zh, en] = ['zh-cac', 'en-creemers'] as const;
const path = '3.1.1.2';
const unitAt = ({ units }: Pick<ReleaseBase, 'units'>, at: string) =>
  units.find((unit) => unit.path === at);
const textsAt = (from: ReleaseBase, at: string): [string, string | null][] =>
  from.editions.map(({ edition, texts }) => [
    edition.id,
    texts.find(({ uid }) => uid === unitAt(from, at)?.uid)?.reading ?? null,
  ]);

/** The sentence divided after these words of each edition. */
function split(cuts: Readonly<Record<string, readonly string[]>>): ReleaseChange {
  const parts = textsAt(base, path).flatMap(([id, text]): [string, string[]][] => {
    if (text === null) return [];
    const found: string[] = [];
    let rest = text;
    for (const cut of cuts[id] ?? []) {
      const at = rest.indexOf(cut) + cut.length;
      found.push(rest.slice(0, at));
      rest = rest.slice(at);
    }
    return [[id, [...found, rest].map((part) => part.trim())]];
  });
  return { kind: 'split', path, parts: Object.fromEntries(parts), ...because };
}

const limbsIn = (release: MadeRelease, edition: string): [string, string][] => {
  const { limbs, texts } = versionIn(release, edition);
  const readings = new Map(texts.map(({ uid, reading }) => [uid, reading ?? '']));
  const paths = new Map(release.units.map((unit) => [unit.uid, unit.path]));
  return limbs
    .map(({ uid, sentence, start, end }): [string, string] => [
      paths.get(uid) ?? '',
      codePointSlice(readings.get(sentence) ?? '', start, end),
    ])
    .filter(([at]) => at.startsWith('3.'));
};

describe('a sentence with limbs is divided', () => {
  const release = made(en, [split({ [zh]: ['网络活动；'], [en]: ['national territories;'] })]);
  const uid = (at: string) => unitAt(base, at)?.uid ?? 's-';
  const now = (at: string) => unitAt(release, at)?.uid;

  test('a limb that is a sentence now is one, others go with their words', () => {
    expect(release.units.filter((unit) => unit.path.startsWith(path)).map((u) => u.path)).toEqual([
      '3.1.1.2x1',
      '3.1.1.2x2',
      '3.1.1.2x2a',
      '3.1.1.2x2b',
    ]);
    expect(release.successors.get(uid('3.1.1.2a'))).toEqual([now('3.1.1.2x1')]);
    expect(release.successors.get(uid('3.1.1.2b'))).toEqual([now('3.1.1.2x2a')]);
    expect(release.successors.get(uid('3.1.1.2c'))).toEqual([now('3.1.1.2x2b')]);
    expect(release.aliases.map((alias) => [alias.path, alias.reason])).toEqual([
      [path, 'split'],
      ['3.1.1.2a', 'split'],
      ['3.1.1.2b', 'split'],
      ['3.1.1.2c', 'split'],
    ]);
  });

  test('with the words that each had, in every edition', () => {
    for (const edition of [zh, en]) {
      const limbs = limbsIn(release, edition);
      expect(limbs.map(([at]) => at)).toEqual(['3.1.1.2x2a', '3.1.1.2x2b']);
      expect(limbs.map(([, words]) => words).join(edition === en ? ' ' : '')).toBe(
        readingAt(release, edition, '3.1.1.2x2'),
      );
    }
  });

  test('not through one of them, nor differently in two languages', () => {
    const through = split({ [zh]: ['自己做主，'], [en]: ['of all countries,'] });
    expect(refused(en, [through])).toBe('limb-across 3.1.1.2a');
    const apart = split({ [zh]: ['合法权益；'], [en]: ['national territories;'] });
    expect(refused(en, [apart])).toBe('limb-across 3.1.1.2b');
  });
});

test('sentences with limbs are put together: the limbs of all of them are lettered in a row', () => {
  const merge: ReleaseChange = { kind: 'merge', paths: ['3.1.1.1', path], ...because };
  const release = made(en, [merge]);
  const limbs = limbsIn(release, en);
  expect(limbs.map(([at]) => at)).toEqual(['3.1.1.1x1a', '3.1.1.1x1b', '3.1.1.1x1c']);
  const before = base.editions.find(({ edition }) => edition.id === en)?.limbs ?? [];
  const old = textsAt(base, path).find(([id]) => id === en)?.[1] ?? '';
  expect(limbs.map(([, words]) => words)).toEqual(
    before
      .filter(({ sentence }) => sentence === unitAt(base, path)?.uid)
      .map(({ start, end }) => codePointSlice(old, start, end)),
  );
});

/** A work as it stands after a release. */
const after = (from: ReleaseBase, release: MadeRelease): ReleaseBase => ({
  ...from,
  units: release.units,
  aliases: [...from.aliases, ...release.aliases],
  retired: [...from.retired, ...release.successors.keys()],
  editions: from.editions.map((edition) => ({
    ...edition,
    ...versionIn(release, edition.edition.id),
  })),
});

/** A cut of every edition at its nth mark, so that some go between limbs and some through them. */
function anyChange(from: ReleaseBase, which: number, n: number): ReleaseChange {
  const near = from.units.filter(
    (unit) => unit.kind === 'sentence' && /^(3\.1\.1|4\.2\.1)\./.test(unit.path),
  );
  const at = near[which % near.length]?.path ?? '';
  const next = near[(which % near.length) + 1]?.path ?? at;
  if (n % 3 === 0) return { kind: 'merge', paths: [at, next], ...because };
  if (n % 7 === 0) return { kind: 'delete', path: at, successors: [], ...because };
  const parts = textsAt(from, at).flatMap(([id, text]): [string, string[]][] => {
    if (text === null) return [];
    const marks = [...text.matchAll(/[；;]/gu)].map(({ index }) => index + 1);
    const cut = marks[n % Math.max(1, marks.length)] ?? text.length;
    return [[id, [text.slice(0, cut).trim(), text.slice(cut).trim()]]];
  });
  return { kind: 'split', path: at, parts: Object.fromEntries(parts), ...because };
}

test('whatever is divided and put together: every uid has a fate, no address is given twice', () => {
  let madeAtAll = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(60)), { maxLength: 6 }), (steps) => {
      let from = base;
      const owners = new Map(base.units.map((unit) => [unit.path, unit.uid]));
      for (const [which, n] of steps) {
        const applied = applyChanges(from, en, [anyChange(from, which, n)]);
        if (!applied.ok) continue;
        madeAtAll += 1;
        const release = applied.value;
        const living = new Set(release.units.map(({ uid }) => uid));
        const next = [...release.successors.values()].flat();
        const known = new Set(
          [...release.units, ...from.aliases, ...release.aliases].map((each) => each.path),
        );
        // What is wrong with it: one expectation a step, for there are many units.
        const wrong = [
          ...from.units.filter(({ uid }) => living.has(uid) === release.successors.has(uid)),
          ...next.filter((uid) => !living.has(uid)),
          ...release.units.filter((unit) => (owners.get(unit.path) ?? unit.uid) !== unit.uid),
          ...[...owners.keys()].filter((address) => !known.has(address)),
        ];
        for (const unit of release.units) owners.set(unit.path, unit.uid);
        from = after(from, release);
        const homes = new Map(from.units.map(({ uid, parent }) => [uid, parent]));
        const outside = from.editions.flatMap(({ limbs, texts }) =>
          limbs.filter(({ uid, sentence, start, end }) => {
            const reading = texts.find((text) => text.uid === sentence)?.reading ?? '';
            const words = codePointSlice(reading, start, end);
            return homes.get(uid) !== sentence || codePointLength(words) !== end - start;
          }),
        );
        expect([wrong, outside]).toEqual([[], []]);
      }
    }),
    { numRuns: 12, seed: 20_161_227 },
  );
  expect(madeAtAll).toBeGreaterThan(8);
}, 60_000);
