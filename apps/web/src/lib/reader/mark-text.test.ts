import type { ApparatusView } from '@glossator/contract';
import { describe, expect, it } from 'vitest';
import { labelLength, markText } from './mark-text.ts';

function entry(
  number: string,
  kind: ApparatusView['kind'],
  start: number,
  end: number,
): ApparatusView {
  return {
    number,
    kind,
    loci: [{ uid: 's-00000000', start, end, lemma: '' }],
    cause: 'unknown',
    extent: [],
    certainty: 'high',
    reading: null,
    note: {},
    evidence: [],
  };
}

const mark = (text: string, apparatus: readonly ApparatusView[], label = 0) =>
  markText(text, { uid: 's-00000000', apparatus, label });

describe('marking a text', () => {
  it('leaves a text without marks in one piece', () => {
    expect(mark('合作：世界各国', [])).toEqual([
      { text: '合作：世界各国', doubts: [], after: [], isLabel: false },
    ]);
  });

  it('puts the sigil after the words it doubts', () => {
    const pieces = mark('Openness: all', [entry('E1', 'corr', 0, 8)], 9);
    expect(pieces.map(({ text }) => text)).toEqual(['Openness', ':', ' all']);
    expect(pieces.map(({ doubts }) => doubts.length)).toEqual([1, 0, 0]);
    expect(pieces.map(({ after }) => after.map(({ number }) => number))).toEqual([['E1'], [], []]);
    expect(pieces.map(({ isLabel }) => isLabel)).toEqual([true, true, false]);
  });

  it('keeps a gap at the very beginning and at the very end', () => {
    const pieces = mark('abc', [entry('G1', 'gap', 0, 0), entry('G2', 'gap', 3, 3)]);
    expect(pieces.map(({ text, after }) => [text, after.length])).toEqual([
      ['', 1],
      ['abc', 1],
    ]);
  });

  it('cuts overlapping marks at every edge', () => {
    const pieces = mark('abcdef', [entry('E1', 'sic', 0, 4), entry('E2', 'sic', 2, 6)]);
    expect(pieces.map(({ text, doubts }) => [text, doubts.map(({ number }) => number)])).toEqual([
      ['ab', ['E1']],
      ['cd', ['E1', 'E2']],
      ['ef', ['E2']],
    ]);
  });

  it('counts code points, not halves of them', () => {
    const pieces = mark('𠀀𠀁b', [entry('E1', 'sic', 1, 2)]);
    expect(pieces.map(({ text }) => text)).toEqual(['𠀀', '𠀁', 'b']);
  });

  it('gives back the whole text whatever the marks', () => {
    const text = '网络空间，“四个全面”';
    for (const [start, end] of [
      [0, 99],
      [3, 3],
      [99, 120],
    ] as const) {
      const pieces = mark(text, [entry('E1', 'sic', start, end)]);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }
  });
});

describe('the label that opens a paragraph', () => {
  it.each([
    ['合作：世界各国', 'run-in-label', 3],
    ['Openness: All', 'run-in-label', 9],
    ['New channels.', 'run-in-heading', 13],
    ['合作：世界各国', 'none', 0],
    ['no label here', 'run-in-label', 0],
  ])('of %s (%s) has %i code points', (text, role, expected) => {
    expect(labelLength(text, role)).toBe(expected);
  });
});
