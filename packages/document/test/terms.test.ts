import { describe, expect, test } from 'vitest';
import { buildTerms, type TermDeclaration } from '../build/terms.ts';
import {
  codePointSlice,
  countRenderings,
  driftOf,
  occurrences,
  type StoredLedger,
} from '../src/index.ts';
import { shippedCommentaries } from '../seed/commentaries.ts';
import { readLayer, segments, textAt, en, zh } from './strategy.ts';

const ledger = readLayer('terms.json') as StoredLedger;
const named = ledger.terms.map((term) => [term.term, term] as const);

test('the ledger has forty-one terms and 530 places, in the order of their first occurrence', () => {
  expect(ledger.terms).toHaveLength(41);
  expect(ledger.terms.flatMap(({ uses }) => uses)).toHaveLength(530);
  expect(ledger.terms[0]?.term).toBe('网络空间');
});

describe.each(named)('%s', (term, { uses, definition, preferred }) => {
  test('every occurrence in the Chinese is accounted for, and no other', () => {
    const inText = segments.flatMap(({ path }) =>
      occurrences(textAt(zh, path) ?? '', term).map((start) => `${path} ${start}`),
    );
    expect(uses.map(({ path, source }) => `${path} ${source.start}`)).toEqual(inText);
  });

  test('what answers stands in the English, or is in a gap of it', () => {
    for (const { path, source, target, rendering, gap } of uses) {
      const at = (version: typeof zh, { start, end }: { start: number; end: number }) =>
        codePointSlice(textAt(version, path) ?? '', start, end);
      expect(at(zh, source)).toBe(source.exact);
      expect(source.exact).toBe(term);
      expect(rendering === null).toBe(target === null);
      if (target !== null) expect(at(en, target)).toBe(target.exact);
      if (textAt(en, path) === null) expect(gap).not.toBeNull();
      if (gap !== null) {
        expect(target).toBeNull();
        expect(en.apparatus.some(({ number, kind }) => number === gap && kind === 'gap')).toBe(
          true,
        );
      }
    }
  });

  test('two occurrences are not answered by the same words', () => {
    const answers = uses.flatMap(({ path, target }) =>
      target === null ? [] : [`${path} ${target.start}`],
    );
    expect(new Set(answers).size).toBe(answers.length);
  });

  test('is defined in both languages, with a rendering that is preferred', () => {
    expect(Object.keys(definition)).toEqual(['en', 'zh-Hans']);
    for (const words of [...Object.values(definition), preferred]) expect(words).not.toBe('');
  });
});

test('the notes on terms are in it, each use as they state it', () => {
  const [commentary] = shippedCommentaries;
  const stated = (commentary?.entries ?? []).filter(({ terms }) => terms !== null);
  expect(stated).toHaveLength(15);
  for (const { number, terms } of stated) {
    const rows = ledger.terms.filter(({ note }) => note === number);
    expect(rows.map(({ term }) => term).toSorted(), number).toEqual(terms?.forms.toSorted());
    expect(rows.reduce((sum, { uses }) => sum + uses.length, 0)).toBe(terms?.uses.length);
  }
});

describe('drift', () => {
  const of = (...renderings: (string | null)[]) => renderings.map((rendering) => ({ rendering }));
  test.each([
    [of('a', 'a', 'a'), 0],
    [of('a', 'b'), 1],
    [of('a', 'a', 'b'), 2 / 3],
    [of('a', null, null), 0],
    [of(), 0],
    [of('a', 'b', 'c', null), 1],
  ])('%#', (uses, drift) => {
    expect(driftOf(uses)).toBeCloseTo(drift);
  });

  test('of 统筹 no rendering comes twice', () => {
    const uses = ledger.terms.find(({ term }) => term === '统筹')?.uses ?? [];
    expect(driftOf(uses)).toBe(1);
    expect(countRenderings(uses).map(({ rendering }) => rendering)).toEqual([
      'comprehensively handle',
      'comprehensively plan',
      'comprehensively manage',
      'comprehensively deal with',
    ]);
  });
});

describe('a declaration that does not fit stops the build', () => {
  const edition = (id: string, texts: Record<string, string>) => ({
    edition: { id },
    version: { version: '1.0.0' },
    text: Object.fromEntries(Object.entries(texts).map(([path, reading]) => [path, { reading }])),
    apparatus: [],
  });
  const source = edition('zh', { '1': '安全与安全', '2': '安全' });
  const target = edition('en', { '1': 'security and safety', '2': 'insecurity' });
  const build = (term: Partial<TermDeclaration>) => () =>
    buildTerms(
      [{ term: '安全', definition: {}, preferred: '', expected: 3, renders: [], ...term }],
      source,
      target,
    );
  const fitting = { '1': ['security', 'safety'], '2': [null] };
  test('one that fits', () => {
    expect(build({ at: fitting })().terms[0]?.uses.map(({ rendering }) => rendering)).toEqual([
      'security',
      'safety',
      null,
    ]);
  });
  test.each<[string, Partial<TermDeclaration>]>([
    ['more places than declared', { at: fitting, expected: 2 }],
    ['words that are not there', { at: { ...fitting, '2': ['security of states'] } }],
    ['a rendering inside another word', { renders: ['security', 'safety'] }],
    ['words that stand twice', { at: { ...fitting, '1': ['s', 'safety'] } }],
    ['too few answers', { at: { ...fitting, '1': ['security'] } }],
    ['a place where the term is not', { at: { ...fitting, '3': ['security'] } }],
    ['nothing said of a place', { at: { '1': ['security', 'safety'] } }],
    ['what a note states is not there', { stated: [{ at: '2', source: '和平', target: null }] }],
  ])('%s', (_, term) => {
    expect(build(term)).toThrow();
  });
});
