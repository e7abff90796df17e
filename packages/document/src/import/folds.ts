import type { Lang } from '../model.ts';
import { codePointLength } from '../offsets.ts';
import type { ProposedFold, ProposedUnit } from './proposal.ts';

/*
 * Punctuation as a keyboard has it, where the language prints another. Offered, never made by itself:
 * the text of a copy is what it is until a person says so.
 */

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
const HALF = /(?<=[\p{Script=Han}”’"》）)])[,;:!?]|[(](?=\p{Script=Han})|(?<=\p{Script=Han})[)]/gu;
const STRAIGHT = /"/gu;
const APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

const isHan = (lang: Lang): boolean => /^(?:zh|yue|lzh)\b/u.test(lang);
const isCurly = (lang: Lang): boolean => isHan(lang) || /^en\b/u.test(lang);

function foldAt(
  unit: ProposedUnit,
  at: number,
  after: string,
  kind: ProposedFold['kind'],
  before: string,
): ProposedFold {
  const start = codePointLength((unit.text ?? '').slice(0, at));
  return { unit: unit.id, start, end: start + codePointLength(before), before, after, kind };
}

function quotes(unit: ProposedUnit, text: string): readonly ProposedFold[] {
  const marks = [...text.matchAll(STRAIGHT)];
  // Which of them opens can be told only where they come in twos.
  if (marks.length % 2 === 1) return [];
  return marks.map(({ index }, i) =>
    foldAt(unit, index, i % 2 === 0 ? '“' : '”', 'quotation-marks', '"'),
  );
}

export function foldsOfUnit(unit: ProposedUnit, lang: Lang): readonly ProposedFold[] {
  const { text } = unit;
  if (text === null) return [];
  const folds: ProposedFold[] = [];
  if (isHan(lang)) {
    for (const match of text.matchAll(HALF)) {
      folds.push(
        foldAt(unit, match.index, FULL_WIDTH[match[0]] ?? match[0], 'punctuation', match[0]),
      );
    }
  }
  if (isCurly(lang)) {
    folds.push(...quotes(unit, text));
    for (const { index } of text.matchAll(APOSTROPHE)) {
      folds.push(foldAt(unit, index, '’', 'quotation-marks', "'"));
    }
  }
  return folds.toSorted((one, other) => one.start - other.start);
}

export function foldsOf(units: readonly ProposedUnit[], lang: Lang): readonly ProposedFold[] {
  return units.flatMap((unit) => foldsOfUnit(unit, lang));
}
