import { expect, test } from 'vitest';

import { codePointSlice, comparePaths, noteCategories, occurrences } from '../src/index.ts';
import { resolveAddress, type TextualNote } from '../src/index.ts';
import { shippedCommentaries } from '../seed/commentaries.ts';
import { pathOf, shipped, textAt, versionOf, zh } from './strategy.ts';

function only(): (typeof shippedCommentaries)[number] {
  const [found, more] = shippedCommentaries;
  if (found === undefined || more !== undefined) throw new Error('one commentary ships');
  return found;
}
const commentary = only();
const { entries: notes } = commentary;

const eachNote: readonly (readonly [string, TextualNote])[] = notes.map((note) => [
  note.number,
  note,
]);
const numbers = notes.map(({ number }) => number);
const count = (number: string): number => Number(number.slice(1));
const references = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/\[\[(.*?)\]\]/g)].map(([, address]) => address ?? '');
/** Not the supplement: its translator’s notes speak for themselves. */
const commented = shipped.versions.filter(({ edition }) => edition.relation !== 'supplement');
const isKnown = (address: string): boolean => resolveAddress(shipped, address).ok;

test('the notes are T1 to T80, each once and in order', () => {
  expect(numbers).toEqual(Array.from({ length: 80 }, (_, n) => `T${String(n + 1)}`));
});

test('the commentary says what it is about, whose it is and what it is not', () => {
  expect(commentary.slug).toMatch(/^[a-z0-9-]+$/);
  expect(commentary.work).toBe(shipped.work.slug);
  expect(commentary.versions).toEqual(
    Object.fromEntries(commented.map(({ edition, version }) => [edition.id, version])),
  );
  expect(commentary.statement).toEqual({
    en: 'Not peer-reviewed.',
    'zh-Hans': '未经同行评审。',
  });
  expect(commentary.contributors).toEqual([
    {
      name: { en: 'The editors of Glossator', 'zh-Hans': 'Glossator 编者' },
      role: 'author',
      orcid: null,
    },
  ]);
  expect(commentary.licence.id).toBe('CC-BY-4.0');
  expect(commentary.licence.statement['en']).toContain('no licence over it is claimed or granted');
  for (const words of [commentary.titles, commentary.abstracts, commentary.licence.statement])
    expect(Object.keys(words)).toEqual(['en', 'zh-Hans']);
});

test('the introduction has its length, and refers to what there is', () => {
  const words = commentary.introduction.split(/\s+/).length;
  expect(words).toBeGreaterThan(900);
  expect(words).toBeLessThan(1400);
  expect(references(commentary.introduction).filter((address) => !isKnown(address))).toEqual([]);
  const named = commentary.introduction.match(/\bT\d+/g) ?? [];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((number) => !numbers.includes(number))).toEqual([]);
});

test.each(eachNote)('%s is filled in, from the declared lists', (_, note) => {
  expect(note.title).toMatch(/\S/);
  expect(note.title).not.toMatch(/[.。]$/);
  for (const paragraph of note.body.split('\n\n')) expect(paragraph).toMatch(/^[“\p{L}].+[.?]$/su);
  expect(note.places.length).toBeGreaterThan(0);
  expect(noteCategories).toContain(note.category);
  expect(['page-loss', 'banner', 'transcriber', 'translator', 'unknown']).toContain(note.cause);
  expect(['high', 'medium', 'low']).toContain(note.certainty);
  expect(note.editions.length).toBeGreaterThan(0);
  for (const edition of note.editions) expect(Object.keys(commentary.versions)).toContain(edition);
  expect(note.terms !== null).toBe(note.category === 'term-drift');
});

test.each(eachNote)(
  '%s stands at addresses that resolve, on words that are there once',
  (_, note) => {
    for (const { address, loci } of note.places) {
      const resolved = resolveAddress(shipped, address);
      expect(resolved.ok, address).toBe(true);
      for (const { edition, uid, start, end, exact } of loci) {
        expect(resolved.ok && resolved.value.segments.map((segment) => segment.uid)).toEqual([uid]);
        const text = textAt(versionOf(edition), pathOf.get(uid) ?? '') ?? '';
        expect(codePointSlice(text, start, end)).toBe(exact);
        const { limbs } = versionOf(edition);
        const limb = limbs.find((range) => pathOf.get(range.uid) === address);
        const within = codePointSlice(text, limb?.start ?? 0, limb?.end);
        expect(occurrences(within, exact), exact).toHaveLength(1);
      }
    }
  },
);

test('a note on a passage quotes an edition that it judges', () => {
  for (const { number, places, editions, terms } of notes) {
    if (terms !== null) continue;
    const quoted = places.flatMap(({ loci }) => loci.map(({ edition }) => edition));
    expect(
      editions.filter((edition) => !quoted.includes(edition)),
      number,
    ).toEqual([]);
  }
});

test.each(eachNote)('%s refers to notes that exist, and they refer back', (number, { seeAlso }) => {
  expect(seeAlso).toEqual([...new Set(seeAlso)].toSorted((a, b) => count(a) - count(b)));
  expect(seeAlso).not.toContain(number);
  for (const other of seeAlso)
    expect(notes.find((note) => note.number === other)?.seeAlso, other).toContain(number);
});

test.each(eachNote)('%s lists the entries of the apparatus that it names', (_, note) => {
  const named = (note.body.match(/\b[GSE]\d+\b/g) ?? []).toSorted();
  // One entry of the apparatus may be in view without being named.
  expect(note.apparatus.map(({ number }) => number)).toEqual(expect.arrayContaining(named));
  for (const { edition, number } of note.apparatus)
    expect(versionOf(edition).apparatus.map((entry) => entry.number)).toContain(number);
  expect(references(note.body).filter((address) => !isKnown(address))).toEqual([]);
});

test('the apparatus is gone through: no doubt and no gap of a text is without a note but the lost', () => {
  const noted = new Set(
    notes.flatMap(({ apparatus }) =>
      apparatus.map(({ edition, number }) => `${edition}/${number}`),
    ),
  );
  const left = commented.flatMap(({ edition, apparatus }) =>
    apparatus.map(({ number }) => `${edition.id}/${number}`).filter((entry) => !noted.has(entry)),
  );
  // Whole headings and sentences that are lost, the end of the one before them, and a numeral's stop.
  expect(left.toSorted()).toEqual([
    'en-creemers/E6',
    'en-creemers/E7',
    'en-creemers/G1',
    'en-creemers/G2',
    'en-creemers/G3',
    'en-creemers/S1',
    'en-creemers/S2',
    'en-creemers/S3',
    'en-creemers/S4',
    'en-creemers/S5',
    'zh-cac/G2',
    'zh-cac/S1',
  ]);
});

test('Chinese in a note stands in the text or in what its apparatus would read', () => {
  const known = [
    ...zh.texts.map(({ reading }) => reading ?? ''),
    ...zh.apparatus.map(({ reading }) => reading ?? ''),
  ].join('\n');
  for (const { number, body } of notes) {
    const runs = body.match(/\p{Script=Han}(?:[\p{Script=Han}，、]*\p{Script=Han})?/gu) ?? [];
    expect(
      runs.filter((run) => !known.includes(run)),
      number,
    ).toEqual([]);
  }
});

test('English of three words and more that a note quotes stands in the translation', () => {
  const known = versionOf('en-creemers')
    .texts.map(({ reading }) => reading ?? '')
    .join('\n')
    .toLowerCase();
  for (const { number, body } of notes) {
    const quoted = [...body.matchAll(/“([^”]*)”/g)]
      .flatMap(([, words = '']) => words.split('…'))
      .map((words) => words.trim().toLowerCase())
      .filter((words) => words.split(' ').length >= 3);
    expect(
      quoted.filter((words) => !known.includes(words)),
      number,
    ).toEqual([]);
  }
});

test('passages come in the order of the text, terms after them in that of their first occurrence', () => {
  const firstPlaces = notes.map(({ places, terms }) => ({
    isTerm: terms !== null,
    path: (places[0]?.address ?? '').replace(/[a-z]+$/, ''),
  }));
  expect(firstPlaces.findIndex(({ isTerm }) => isTerm)).toBe(65);
  for (const isTerm of [false, true]) {
    const paths = firstPlaces.filter((place) => place.isTerm === isTerm).map(({ path }) => path);
    expect(paths).toEqual(paths.toSorted(comparePaths));
  }
});
