import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedReleases } from '../seed/index.ts';
import { applyChanges, codePointLength, codePointSlice } from '../src/index.ts';
import { base, correction, made, readingAt, refused, versionIn } from './release-base.ts';

const en = 'en-creemers';

describe('the shipped release 1.0.1', () => {
  const [shipped] = shippedReleases;
  const release = made(en, shipped?.changes ?? []);
  const version = versionIn(release, en);

  test('is what its changes make, to the byte', () => {
    expect([version.version, version.sha256]).toEqual([shipped?.version, shipped?.sha256]);
  });

  test('changes two segments and nothing else', () => {
    const before = new Map(base.editions[1]?.texts.map((text) => [text.uid, text]));
    const changed = version.texts.filter((text) => text.reading !== before.get(text.uid)?.reading);
    expect(changed.map(({ reading }) => reading?.slice(-24))).toEqual([
      'f cultural construction.',
      'ucture protection, etc.'.padStart(24, 'r'),
    ]);
    for (const text of version.texts) {
      expect(text.diplomatic).toBe(before.get(text.uid)?.diplomatic);
      expect(text.condition).toBe(before.get(text.uid)?.condition);
    }
  });

  test('keeps what the copy has, and takes no number twice', () => {
    const numbers = version.apparatus.map(({ number }) => number);
    for (const settled of ['G5', 'S6', 'E10']) expect(numbers).not.toContain(settled);
    const corrections = version.apparatus.filter(({ copy }) => copy !== undefined);
    expect(
      corrections.map(({ number, copy, loci, settles }) => [number, copy, loci[0]?.lemma, settles]),
    ).toEqual([
      ['E12', 'construction', 'construction.', ['G5', 'S6']],
      ['E13', 'cooperation’s', 'cooperation', ['E10']],
    ]);
  });
});

test('entries on the same segment stay with their words', () => {
  // 1.1.5.2 has E4 and E5.
  const release = made(en, [correction('1.1.5.2', 'knowledge', 'the spread of knowledge')]);
  const entries = versionIn(release, en).apparatus.filter(({ number }) => /^E[45]$/.test(number));
  expect(entries.map(({ loci }) => [loci[0]?.start, loci[0]?.lemma])).toEqual([
    [175, 'reaction'],
    [293, 'culture a new means'],
  ]);
});

test('a correction of a correction still tells what the copy has', () => {
  const once = correction('1.1.5.2', 'reaction', 'creation', { settles: ['E4'] });
  const twice = correction('1.1.5.2', 'creation', 'creativity', { settles: ['E12'] });
  const entries = versionIn(made(en, [once, twice]), en).apparatus;
  expect(entries.at(-1)).toMatchObject({ number: 'E13', copy: 'reaction', reading: 'creativity' });
  expect(entries.some(({ number }) => number === 'E12')).toBe(false);
  expect(refused(en, [once, { ...twice, settles: [] }])).toBe('entry-on-words E12');
});

test('Chinese is corrected by character', () => {
  const release = made('zh-cac', [correction('1.1.5.3', '重要', '主要')]);
  expect(versionIn(release, 'zh-cac').apparatus.at(-1)).toMatchObject({
    copy: '重',
    reading: '主',
  });
  expect(versionIn(release, 'zh-cac').version).toBe('1.0.1');
});

test.each([
  ['an address of nothing', correction('9.9.9.9', 'a', 'b'), 'path-unknown 9.9.9.9'],
  ['a section', correction('1.1', 'a', 'b'), 'not-a-segment 1.1'],
  ['a lost segment', correction('4.1.1.1', 'a', 'b'), 'lost 4.1.1.1'],
  ['words that are not there', correction('1.1.5.3', 'xyzzy', 'b'), 'words-not-once xyzzy'],
  ['words that stand twice', correction('1.1.5.3', 'cultur', 'b'), 'made'],
  ['no words named', correction('1.1.5.3', ' ', 'b'), 'words-not-once'],
  ['no change', correction('1.1.5.3', 'Online', 'Online'), 'words-same'],
  ['an entry on the words', correction('4.9.2.1', 'cooperation’s', 'x'), 'entry-on-words E10'],
  [
    'an entry of no number',
    correction('1.1.5.3', 'Online', 'x', { settles: ['E99'] }),
    'entry-unknown E99',
  ],
  [
    'an entry elsewhere',
    correction('1.1.5.3', 'Online', 'x', { settles: ['E1'] }),
    'entry-elsewhere E1',
  ],
  ['no reason', correction('1.1.5.3', 'Online', 'x', { note: { en: ' ' } }), 'reason-missing'],
  [
    'no evidence',
    correction('1.1.5.3', 'Online', 'x', { evidence: [] }),
    'evidence-missing 1.1.5.3',
  ],
  ['a lone surrogate', correction('1.1.5.3', 'Online', '\ud800'), 'words-unsound \ud800'],
  [
    'an override of direction',
    correction('1.1.5.3', 'Online', 'a\u202eb'),
    'words-unsound a\u202eb',
  ],
  ['two lines', correction('1.1.5.3', 'Online', 'a\nb'), 'words-unsound a\nb'],
  [
    'a reason unsound',
    correction('1.1.5.3', 'Online', 'x', { note: { en: '\udc00' } }),
    'words-unsound',
  ],
])('%s', (_what, change, said) => {
  // “cultur” stands in “culture” and “cultural”.
  expect(refused(en, [change])).toBe(said === 'made' ? 'words-not-once cultur' : said);
});

test('all words of a segment cannot be taken away, nor the numeral of a heading', () => {
  const whole = readingAt(made(en, [correction('1.1.5.3', 'Online', 'The')]), en, '1.1.5.2') ?? '';
  expect(refused(en, [correction('1.1.5.2', whole, '  ')])).toBe('words-empty');
  expect(refused('zh-cac', [correction('1.0.0', '一', '二')])).toMatch(
    /^label-gone|^entry-on-words/,
  );
});

test('nothing declared is no release', () => {
  expect(applyChanges(base, en, [])).toMatchObject({
    ok: false,
    unmade: { code: 'nothing-declared' },
  });
  expect(refused('no-such', [correction('1.1.5.3', 'Online', 'x')])).toBe(
    'nothing-declared no-such',
  );
});

test('hostile words are words: HTML, marks of direction, signs beyond the plane', () => {
  const words = '<script>alert(1)</script> \u200fאבג\u200f 𠀀𠀁';
  const release = made(en, [correction('1.1.5.3', 'Online', words)]);
  expect(readingAt(release, en, '1.1.5.3')?.startsWith(words)).toBe(true);
  const decomposed = made(en, [correction('1.1.5.3', 'Online', 'Cafe\u0301')]);
  expect(readingAt(decomposed, en, '1.1.5.3')?.startsWith('Café')).toBe(true);
});

test('whatever words are replaced, every entry keeps its words or the change is refused', () => {
  const segments = base.units.filter(({ uid }) =>
    base.editions[1]?.texts.some((text) => text.uid === uid && text.reading !== null),
  );
  const property = fc.property(
    fc.constantFrom(...segments),
    fc.nat(),
    fc.integer({ min: 1, max: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    ({ uid, path }, from, length, words) => {
      const reading = base.editions[1]?.texts.find((text) => text.uid === uid)?.reading ?? '';
      const start = from % codePointLength(reading);
      const before = codePointSlice(reading, start, start + length);
      const applied = applyChanges(base, en, [correction(path, before, words)]);
      if (!applied.ok) return;
      // The invariants are looked at in `made`.
      made(en, [correction(path, before, words)]);
      const entry = versionIn(applied.value, en).apparatus.at(-1);
      const after =
        versionIn(applied.value, en).texts.find((text) => text.uid === uid)?.reading ?? '';
      const [locus] = entry?.loci ?? [];
      const back =
        codePointSlice(after, 0, locus?.start ?? 0) +
        (entry?.copy ?? '') +
        codePointSlice(after, locus?.end ?? 0);
      expect(back).toBe(reading);
    },
  );
  fc.assert(property, { numRuns: 50 });
});
