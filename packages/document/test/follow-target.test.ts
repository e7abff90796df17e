import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointLength,
  codePointSlice,
  describeRange,
  followQuotation,
  followTarget,
  type FollowableTarget,
  type Quotation,
  type UnitChange,
} from '../src/index.ts';

type Texts = Readonly<Record<string, string | null>>;

function change(
  before: Texts,
  after: Texts,
  successors: Readonly<Record<string, readonly string[]>> = {},
): UnitChange {
  const known = (texts: Texts) => (uid: string) =>
    Object.hasOwn(texts, uid) ? texts[uid] : undefined;
  return {
    before: known(before),
    after: known(after),
    successors: new Map(Object.entries(successors)),
    lives: (uid) => Object.hasOwn(after, uid),
    changed: (uid) => before[uid] !== after[uid],
  };
}

function quote(uid: string, text: string, exact: string): Quotation {
  const start = codePointLength(text.slice(0, text.indexOf(exact)));
  const described = describeRange(text, { start, end: start + codePointLength(exact) });
  if (!described.ok) throw new Error(described.reason);
  return { uid, ...described.value };
}

const old = 'The State protects the lawful rights and interests of citizens in cyberspace.';
const range = (exact: string): FollowableTarget => ({
  kind: 'range',
  loci: [quote('a', old, exact)],
});

describe('a quotation', () => {
  it.each([
    ['stands as it did', old, 'carried', 'same'],
    ['stands in a changed text', old.replace('citizens', 'all persons'), 'marked', 'words-stand'],
    ['is corrected', old.replace('lawful rights', 'legal rights'), 'proposed', 'similar-words'],
    ['is gone', 'The State protects citizens in cyberspace.', 'stale', 'words-gone'],
    ['is where the text is lost', null, 'stale', 'lost'],
  ] as const)('%s', (_, now, outcome, reason) => {
    expect(
      followTarget(range('lawful rights and interests'), change({ a: old }, { a: now })),
    ).toMatchObject({ outcome, reason });
  });

  it('is not taken for a word that stood beside it', () => {
    const text =
      'Security is the basis of development, and development is a guarantee of security.';
    const second = text.lastIndexOf('development');
    const described = describeRange(text, { start: second, end: second + 11 });
    if (!described.ok) throw new Error(described.reason);
    const now = 'Security is the basis of development.';
    const found = followQuotation(
      { uid: 'a', ...described.value },
      change({ a: text }, { a: now }),
    );
    expect(found.outcome).toBe('proposed');
  });

  it('is proposed where several places are as good', () => {
    const found = followTarget(
      range('citizens'),
      change({ a: old }, { a: 'Rights of citizens, duties of citizens.' }),
    );
    expect(found).toMatchObject({ outcome: 'proposed', reason: 'several-places' });
  });

  it('is never sought in a segment that nothing declares', () => {
    const found = followTarget(range('rights and interests'), change({ a: old }, { b: old }));
    expect(found).toMatchObject({ outcome: 'stale', reason: 'retired', loci: [] });
  });

  it('goes where its segment is declared to have gone', () => {
    const found = followTarget(
      range('rights and interests'),
      change({ a: old }, { b: old }, { a: ['b'] }),
    );
    expect(found).toMatchObject({ outcome: 'marked', loci: [{ uid: 'b', start: 30, end: 50 }] });
  });

  it('may stand in two segments after a split', () => {
    const [first, second] = [
      'The State protects the lawful rights',
      'and interests of citizens in cyberspace.',
    ];
    const found = followTarget(
      range('rights and interests'),
      change({ a: old }, { b: first, c: second }, { a: ['b', 'c'] }),
    );
    expect(found.outcome).toBe('marked');
    expect(found.loci).toEqual([
      { uid: 'b', start: 30, end: 36 },
      { uid: 'c', start: 0, end: 13 },
    ]);
  });

  it('is followed through two declarations, and never round in a circle', () => {
    const twice = change({ a: old }, { c: old }, { a: ['b'], b: ['c', 'a'] });
    expect(followTarget(range('citizens in cyberspace'), twice).loci).toMatchObject([{ uid: 'c' }]);
  });

  const words = fc.array(fc.constantFrom('国', '家', '网', '络', '安', '全', '𠀀', 'a', 'b', ' '), {
    minLength: 2,
    maxLength: 60,
  });

  it('is never placed outside its segment and its successors, nor beyond their text', () => {
    fc.assert(
      fc.property(words, words, words, fc.nat(), fc.nat(), (one, two, three, x, y) => {
        const text = one.join('');
        const start = x % one.length;
        const end = start + 1 + (y % (one.length - start));
        const described = describeRange(text, { start, end });
        if (!described.ok) throw new Error(described.reason);
        const after: Record<string, string> = { a: two.join(''), b: three.join(''), c: text };
        const found = followQuotation(
          { uid: 'a', ...described.value },
          change({ a: text }, after, { a: ['a', 'b'] }),
        );
        for (const locus of found.loci) {
          expect(['a', 'b']).toContain(locus.uid);
          expect(locus.start).toBeGreaterThanOrEqual(0);
          expect(locus.start).toBeLessThan(locus.end);
          expect(locus.end).toBeLessThanOrEqual(codePointLength(after[locus.uid] ?? ''));
        }
        expect(found.loci.length > 0).toBe(found.outcome !== 'stale');
      }),
    );
  });

  it('that is carried, with or without a mark, has its words at its places', () => {
    fc.assert(
      fc.property(words, words, words, fc.nat(), fc.nat(), (lead, one, trail, x, y) => {
        const text = one.join('');
        const start = x % one.length;
        const end = start + 1 + (y % (one.length - start));
        const described = describeRange(text, { start, end });
        if (!described.ok) throw new Error(described.reason);
        const now = lead.join('') + text + trail.join('');
        const found = followQuotation(
          { uid: 'a', ...described.value },
          change({ a: text }, { a: now }),
        );
        expect(found.outcome).not.toBe('stale');
        if (found.outcome === 'proposed') return;
        const [locus] = found.loci;
        expect(codePointSlice(now, locus?.start ?? 0, locus?.end)).toBe(described.value.exact);
      }),
    );
  });
});

describe('what quotes nothing', () => {
  const units = (...uids: string[]): FollowableTarget => ({ kind: 'units', uids });

  it.each([
    ['a clause that stands', units('a'), { a: 'x' }, {}, 'carried', 'same', ['a']],
    ['a clause that changed', units('a'), { a: 'y' }, {}, 'marked', 'text-changed', ['a']],
    ['a clause that moved', units('a'), { b: 'x' }, { a: ['b'] }, 'marked', 'moved', ['b']],
    [
      'a clause whose parts say the same',
      units('a'),
      { b: 'x', c: '' },
      { a: ['b', 'c'] },
      'marked',
      'split',
      ['b', 'c'],
    ],
    [
      'a clause whose parts say something else',
      units('a'),
      { b: 'y', c: 'z' },
      { a: ['b', 'c'] },
      'proposed',
      'split',
      ['b', 'c'],
    ],
    [
      'a clause that is part of a larger one',
      units('a'),
      { d: 'xw' },
      { a: ['d'], d2: ['d'] },
      'proposed',
      'merged',
      ['d'],
    ],
    ['a clause that is gone', units('a'), {}, {}, 'stale', 'retired', []],
    [
      'a span of which one clause is gone',
      units('a', 'd'),
      { d: 'w' },
      {},
      'marked',
      'part-gone',
      ['d'],
    ],
  ] as const)('%s', (_, target, after, successors, outcome, reason, left) => {
    expect(followTarget(target, change({ a: 'x', d: 'w' }, after, successors))).toEqual({
      outcome,
      reason,
      units: left,
      loci: [],
    });
  });
});

describe('what has parts', () => {
  const texts = { a: old, b: 'It punishes crimes under the law, wherever they are done.' };
  const both: FollowableTarget = {
    kind: 'range',
    loci: [quote('a', old, 'citizens in cyberspace'), quote('b', texts.b, 'It punishes crimes')],
  };

  it('is proposed without the part that is gone', () => {
    const found = followTarget(both, change(texts, { a: old }));
    expect(found).toMatchObject({ outcome: 'proposed', reason: 'part-gone', loci: [{ uid: 'a' }] });
  });

  it('is stale where all of them are gone', () => {
    expect(followTarget(both, change(texts, {}))).toMatchObject({ outcome: 'stale', loci: [] });
  });

  it('says nothing as half a hinge', () => {
    const hinge = { ...both, kind: 'hinge' } as const;
    expect(followTarget(hinge, change(texts, { a: old }))).toMatchObject({
      outcome: 'stale',
      loci: [],
    });
  });
});

describe('an entry of the apparatus', () => {
  it.each([
    ['same', 'x', 'x', 'carried', 'same'],
    ['changed', 'x', 'y', 'marked', 'entry-changed'],
    ['gone', 'x', null, 'stale', 'entry-gone'],
  ] as const)('%s', (_, before, after, outcome, reason) => {
    expect(followTarget({ kind: 'entry', before, after }, change({}, {}))).toMatchObject({
      outcome,
      reason,
    });
  });
});
