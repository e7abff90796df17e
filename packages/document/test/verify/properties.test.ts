import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointSlice, prepareVersion, readPasted, verifyQuotation } from '../../src/index.ts';
import { shipped, pathOf } from '../strategy.ts';
import { foldHan, inTraditional, verified } from './ground.ts';

const segments = shipped.versions.flatMap(({ edition, texts }) =>
  texts.flatMap(({ uid, reading }) =>
    reading === null || [...reading].length < 8
      ? []
      : [{ edition: edition.id, path: pathOf.get(uid) ?? '', text: reading }],
  ),
);

const lettersOf = (text: string): string =>
  [...text.toLowerCase()].filter((each) => /[\p{L}\p{N}]/u.test(each)).join('');
const letters = new Map(
  shipped.versions.map(({ edition, texts }) => [
    edition.id,
    lettersOf(texts.map(({ reading }) => reading ?? '').join('')),
  ]),
);

/** A supplement has phrases of the translation that it goes with: they are found in either. */
const standsInOne = ({ edition, quotation }: { edition: string; quotation: string }): boolean =>
  [...letters].every(([id, text]) => id === edition || !text.includes(lettersOf(quotation)));

const passage = fc
  .record({ segment: fc.constantFrom(...segments), a: fc.nat(), b: fc.nat() })
  .map(({ segment, a, b }) => {
    const size = [...segment.text].length;
    const start = a % (size - 7);
    const end = start + 8 + (b % (size - start - 7));
    return { ...segment, start, quotation: codePointSlice(segment.text, start, end) };
  })
  // Who cuts at a space has not quoted it.
  .filter(({ quotation }) => quotation === quotation.trim())
  .filter(standsInOne);

const WIDE: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '。': '.',
};
const damages: Readonly<Record<string, (text: string) => string>> = {
  none: (text) => text,
  'straight quotation marks': (text) => text.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'"),
  'no spaces': (text) => text.replaceAll(' ', ''),
  'spaces doubled': (text) => text.replaceAll(' ', '  '),
  'a space after each hanzi': (text) => text.replaceAll(/(\p{Script=Han})(?=.)/gu, '$1 '),
  'half width': (text) => [...text].map((each) => WIDE[each] ?? each).join(''),
  'full width': (text) =>
    text.replaceAll(/[!-~]/gu, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)),
  'lines wrapped at spaces': (text) => text.replaceAll(' ', '\n'),
  'traditional hanzi': inTraditional,
  'upper case': (text) => text.toUpperCase(),
  'unseen characters': (text) => [...text].join('\u200b'),
};

describe.each(Object.entries(damages))('%s', (name, damage) => {
  test('every passage of eight characters or more stands at its address', () => {
    fc.assert(
      fc.property(passage, ({ edition, path, start, quotation }) => {
        const answer = verified(damage(quotation));
        expect(answer.verbatim).toBe(damage(quotation) === quotation ? 'exact' : answer.verbatim);
        expect(['exact', 'variant']).toContain(answer.verbatim);
        expect(answer.found?.edition).toBe(edition);
        const loci = answer.found?.places.flatMap((place) => place.loci) ?? [];
        const isThere = loci.some((locus) => locus.path === path && locus.start === start);
        // More places than are listed need not list this one.
        const all = answer.found?.places.length === answer.found?.total;
        const preferred = answer.found?.cutsWord === false;
        if (all && name === 'none' && !cutsWord(path, start, quotation, edition))
          expect(isThere).toBe(true);
        else expect(isThere || preferred).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

const letter = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
function cutsWord(path: string, start: number, quotation: string, edition: string): boolean {
  const text = [
    ...(segments.find((each) => each.path === path && each.edition === edition)?.text ?? ''),
  ];
  const end = start + [...quotation].length;
  const both = (left: number): boolean =>
    letter.test(text[left] ?? '') && letter.test(text[left + 1] ?? '');
  return both(start - 1) || both(end - 1);
}

test('every segment whole, exactly', () => {
  for (const { edition, path, text } of segments) {
    const answer = verified(text);
    expect(answer.verbatim, path).toBe('exact');
    expect(answer.found?.edition).toBe(edition);
    expect(answer.found?.places.map(({ address }) => address)).toContain(path);
  }
});

test('any text gets an answer or a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const version = { edition: 'e', lang: 'en', version: '1.0.0', released: '2020-01-01' };
      const prepared = prepareVersion(
        { ...version, segments: [{ uid: 's-1', path: '1', text: `${text} x`, sha256: '' }] },
        foldHan,
      );
      const answer = verifyQuotation(readPasted(text), [{ slug: 'w', versions: [prepared] }]);
      if (answer.ok && answer.value.found)
        expect(answer.value.found.places.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});
