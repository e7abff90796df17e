import { describe, expect, test } from 'vitest';
import { buildSupplement } from '../build/build-supplement.ts';
import { enGlossator } from '../build/ncss-2016/en-glossator.ts';
import { ncss2016 as declared } from '../build/ncss-2016/index.ts';
import { ncss2016 } from '../seed/ncss-2016.ts';
import { codePointSlice, plainText, type Path } from '../src/index.ts';
import { en, pathOf, readLayer, segments, shipped, textAt, versionOf, zh } from './strategy.ts';

const supplement = versionOf('en-glossator');
const having = (condition: string): readonly (string | undefined)[] =>
  supplement.texts.filter((text) => text.condition === condition).map(({ uid }) => pathOf.get(uid));

test('it gives what the English has lost, and nothing that survives', () => {
  const lost = en.texts.filter(({ reading }) => reading === null);
  expect(having('intact')).toEqual(lost.map(({ uid }) => pathOf.get(uid)));
  expect(having('part')).toEqual(['4.4.1.3', '4.7.1.1']);
  expect(having('outside')).toHaveLength(142 - 20 - 2);
  for (const { reading, condition } of supplement.texts)
    expect(reading === null).toBe(condition === 'outside');
});

test('what it gives of a segment fits the words that survive of it', () => {
  const joined = (path: Path): string => textAt(supplement, path) ?? '';
  expect(`${joined('4.4.1.3')} ${textAt(en, '4.4.1.3') ?? ''}`).toMatch(
    /of excellent traditional culture and masterpieces of contemporary culture\.$/u,
  );
  expect(joined('4.7.1.1')).toMatch(/^and achieve .*\.$/u);
});

test('headings have the numeral of their address, sentences a stop', () => {
  for (const { path, kind } of segments) {
    const text = textAt(supplement, path);
    if (text === null) continue;
    if (kind === 'heading') expect(text).toMatch(new RegExp(`^\\(${path.split('.')[1] ?? ''}\\) `));
    else if (path !== '4.4.1.3') expect(text, path).toMatch(/\.$/u);
  }
});

test('the sentence of three limbs has three', () => {
  expect(supplement.limbs.map(({ uid }) => pathOf.get(uid))).toEqual([
    '4.2.1.1a',
    '4.2.1.1b',
    '4.2.1.1c',
  ]);
});

test('no supplied heading is taken over, and no word of a translation that was seen', () => {
  for (const { kind, reading, loci } of en.apparatus) {
    const path = pathOf.get(loci[0]?.uid ?? 's-');
    if (kind === 'supplied' && path?.endsWith('.0') === true)
      expect(textAt(supplement, path)).not.toContain(reading);
  }
});

test('a note of the translator points at words, and says what else they may be', () => {
  expect(supplement.apparatus.map(({ number }) => number)).toEqual(
    Array.from({ length: 11 }, (_, n) => `N${String(n + 1)}`),
  );
  for (const { loci, reading, kind, evidence } of supplement.apparatus) {
    expect(kind).toBe('note');
    expect(evidence.length).toBeGreaterThan(0);
    for (const { uid, start, end, lemma } of loci) {
      const text = textAt(supplement, pathOf.get(uid) ?? '') ?? '';
      expect(codePointSlice(text, start ?? -1, end ?? -1)).toBe(lemma);
      expect(reading).not.toBe(lemma);
    }
  }
});

test('every choice of a word says where it was made', () => {
  const terms = readLayer('editions/en-glossator/terms.json') as readonly {
    zh: string;
    en: readonly string[];
    at: readonly Path[];
  }[];
  for (const { zh: term, en: forms, at } of terms) {
    expect(at.length, term).toBeGreaterThan(0);
    for (const path of at) {
      expect(textAt(zh, path), path).toContain(term);
      const text = (textAt(supplement, path) ?? '').toLowerCase();
      expect(
        forms.some((form) => text.includes(form.toLowerCase())),
        `${path} ${term}`,
      ).toBe(true);
    }
  }
});

test('its plain text says first what it is, and has a line for what it gives', () => {
  const [label, ...lines] = plainText(supplement, shipped.units).trimEnd().split('\n');
  expect(label).toBe(
    '#\ten-glossator 1.0.0: National Cyberspace Security Strategy: supplement (unreviewed working translation)',
  );
  expect(lines).toHaveLength(22);
  expect(lines[0]).toBe('4.1.0\t(1) Firmly defending sovereignty in cyberspace');
});

test('no link of the alignment joins it to the text', () => {
  for (const { sides } of shipped.alignment) expect(sides).not.toHaveProperty('en-glossator');
});

describe('the build stops', () => {
  const paths = segments.map(({ path }) => path);
  const [original, translation] = ncss2016.editions;
  if (original === undefined || translation === undefined) throw new Error('nothing shipped');
  const build = (change: Partial<typeof enGlossator>) => () =>
    buildSupplement({ ...enGlossator, ...change }, declared, paths, [original, translation]);

  test('where what survives is translated again, or what is lost is not', () => {
    expect(build({ texts: { ...enGlossator.texts, '4.5.0': 'x' } })).toThrow(/4\.5\.0/u);
    const { '4.1.0': _, ...fewer } = enGlossator.texts;
    expect(build({ texts: fewer })).toThrow(/what is lost/u);
  });

  test('where a term has none of its renderings, or a note does not stand', () => {
    expect(build({ terms: [{ zh: '统筹', en: ['coordinate'] }] })).toThrow(/nowhere/u);
    expect(build({ terms: [{ zh: '网络空间主权', en: ['cyber sovereignty'] }] })).toThrow(
      /4\.1\.0/u,
    );
    const [note] = enGlossator.notes;
    if (note === undefined) throw new Error('no notes');
    expect(build({ notes: [{ ...note, quote: 'not there' }] })).toThrow(/not there/u);
    expect(build({ notes: [{ ...note, chinese: '不在此处' }] })).toThrow(/4\.1\.1\.2/u);
  });
});
