import { describe, expect, test } from 'vitest';
import {
  acknowledge,
  promotionRules,
  promotionStates,
  quotationMark,
  withQuotations,
  type Quotation,
} from '../../src/index.ts';

const quotation = (n: number, more: Partial<Quotation> = {}): Quotation => ({
  ...{ n, how: 'name', credit: 'Ben', words: 'Well said.', note: null, language: 'en' },
  written: '2026-11-30T07:00:00.000000Z',
  ...more,
});
const among = (...all: readonly Quotation[]) => new Map(all.map((each) => [each.n, each]));
const quote = (words: string, more: Partial<Quotation> = {}) =>
  withQuotations('[[quote:1]]', among(quotation(1, { words, ...more }))).body;

describe('a quotation', () => {
  test('stands on a line by its mark, with who wrote it and when', () => {
    const body = `Before.\n${quotationMark(1)}\nAfter.`;
    expect(withQuotations(body, among(quotation(1)))).toEqual({
      body: 'Before.\n\n> Well said.\n\n— Ben, 2026-11-30\n\nAfter.',
      ...{ quoted: [1], unmet: [] },
    });
  });

  test('names the note it is from, where there is one to name', () => {
    const note = '01988888-8888-7888-8888-888888888888';
    expect(quote('Words.', { note })).toContain(`— Ben, 2026-11-30, [[#${note}]]`);
  });

  test.each([
    ['en', '— A reader, 2026-11-30'],
    ['zh-Hans', '— 一位读者, 2026-11-30'],
    ['de', '— A reader, 2026-11-30'],
  ])('names nobody who does not want it, in %s', (language, line) => {
    expect(quote('Words.', { how: 'anonymous', credit: '', language })).toContain(line);
  });

  test.each([
    ['```\nopen', '> ```\n> open\n\n— Ben'],
    ['> deep\n\nnext', '> > deep\n>\n> next\n\n— Ben'],
    ['A[^1].\n\n[^1]: Foot.', '> A[^q1-1].\n>\n> [^q1-1]: Foot.'],
    ['[a][1]\n\n[1]: https://x.example', '> [a][1]\n>\n> \\[1]: https://x.example'],
  ])('leaves what is around it alone: %j', (words, said) => {
    expect(quote(words)).toContain(said);
  });

  test('a name is words, whatever it looks like', () => {
    const credit = '[x](javascript:alert(1))\n# <b>*A*';
    expect(quote('Words.', { credit })).toContain(
      '— \\[x\\]\\(javascript\\:alert\\(1\\)\\) \\# \\<b\\>\\*A\\*, 2026',
    );
  });

  test('that nobody consented to stays a mark, and is told', () => {
    expect(withQuotations('[[quote:2]]', among(quotation(1)))).toEqual({
      ...{ body: '[[quote:2]]', quoted: [], unmet: ['quote:2'] },
    });
  });

  test('stands once in a part', () => {
    const twice = withQuotations('[[quote:1]]\n[[quote:1]]', among(quotation(1)));
    expect([twice.quoted, twice.unmet]).toEqual([[1], ['quote:1']]);
    expect(twice.body.match(/Well said/g)).toHaveLength(1);
  });

  test.each(['As [[quote:1]] says.', '[[quote:0]]', '[[quote:1]] and', '    [[quote:1]]'])(
    'is none: %j',
    (body) => {
      expect(withQuotations(body, among(quotation(1)))).toEqual({ body, quoted: [], unmet: [] });
    },
  );
});

test('each is thanked once, with all the parts that quote them', () => {
  const quotations = among(
    quotation(1),
    quotation(2, { how: 'anonymous', credit: '' }),
    quotation(3, { how: 'pseudonym' }),
  );
  const parts = [
    { label: '', quoted: [1] },
    { label: 'T1', quoted: [2, 1] },
    { label: 'T2', quoted: [1, 3, 9] },
  ];
  expect(acknowledge(parts, quotations)).toEqual([
    { how: 'name', credit: 'Ben', parts: ['T1', 'T2'] },
    { how: 'anonymous', credit: '', parts: ['T1'] },
    { how: 'pseudonym', credit: 'Ben', parts: ['T2'] },
  ]);
});

describe('what can be done about a note that is asked for', () => {
  const open = (isUsed: boolean, ability: keyof typeof promotionRules) =>
    promotionStates.filter((state) => promotionRules[ability]({ state, isUsed }));

  test('its author answers, and answers otherwise, until it is published', () => {
    expect(open(false, 'answer')).toEqual(['asked', 'consented', 'refused']);
    expect(open(true, 'answer')).toEqual([]);
  });

  test('the commentary takes back what was not refused, until it is published', () => {
    expect(open(false, 'cancel')).toEqual(['asked', 'consented']);
    expect(open(true, 'cancel')).toEqual([]);
  });
});
