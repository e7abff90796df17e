import { isHanLanguage } from './han-language.ts';
import { codePointLength } from './offsets.ts';
import { sentenceRules, type SentenceRules } from './sentence-rules.ts';

/** Code points of the paragraph given, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/*
 * Sentence rules of our own, run when a text is built and their output committed: the platform's
 * segmenter breaks `。（一）` after the bracket, `No. 5` after the stop, and differs by version.
 * Every look back or ahead is bounded, so that a book in one paragraph takes linear time.
 */

const ZH_END = /[。！？]+[”’」』）》]*/y;
const LOOK_BACK = 24;
// Longer than any title: a bracket that is never closed must not hide all stops after it.
const LONGEST_TITLE = 120;
const LABEL = /^\s*(?:[IVXLC]+|\(?\d+\)?|\(?[a-z]\)|[A-Z])[.,]?$/u;
const END =
  /[。！？｡।॥።։។။۔؟]+[”’」』）》"')\]»]*|[.!?…]+["”’')\]»“]*(?=\s|$)|[.!?]+[”’」』）》]+(?=\p{Lo})/gu;
const STRONG = /^[。！？｡।॥።։។။۔؟]/u;
const SENTENCE_START = /\s*[-–—]?\s?["“‘'([«„‹¿¡]*[\p{Lu}\p{Nd}\p{Lo}]/uy;
const LOWER = /\s*\p{Ll}/uy;

const startsWith = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Ends (UTF-16 indices) of the sentences of one Chinese paragraph. */
function chineseEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let until = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '《') {
      const close = text.slice(i, i + LONGEST_TITLE).indexOf('》');
      if (close !== -1) until = Math.max(until, i + close);
    }
    ZH_END.lastIndex = i;
    const match = i >= until ? ZH_END.exec(text) : null;
    if (match === null) continue;
    i += match[0].length - 1;
    ends.push(i + 1);
  }
  return ends;
}

function isEnd(text: string, stop: number, after: number, rules: SentenceRules): boolean {
  if (after >= text.length || text.slice(after).trimStart() === '') return true;
  if (text[stop] !== '.') return !startsWith(LOWER, text, after);
  const before = text.slice(Math.max(0, stop - LOOK_BACK), stop);
  if (stop < LOOK_BACK && LABEL.test(before)) return false;
  if (rules.abbreviation.test(before)) return false;
  return startsWith(SENTENCE_START, text, after);
}

/** Ends (UTF-16 indices) of the sentences of one paragraph of an alphabet. */
function alphabeticEnds(text: string, rules: SentenceRules): readonly number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(END)) {
    const after = match.index + match[0].length;
    if (STRONG.test(match[0]) || isEnd(text, match.index, after, rules)) ends.push(after);
  }
  return ends;
}

function spansFromEnds(text: string, ends: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  let counted = 0;
  for (const end of [...ends, text.length]) {
    const piece = text.slice(from, end);
    const body = piece.trim();
    const length = codePointLength(piece);
    if (body !== '') {
      const start = counted + length - codePointLength(piece.trimStart());
      spans.push({ start, end: start + codePointLength(body) });
    }
    counted += length;
    from = end;
  }
  return spans;
}

/**
 * The sentences of one paragraph, spaces between them left out. The paragraph's end ends its last
 * sentence, stop or no stop.
 */
export function segmentSentences(text: string, lang: string): readonly Span[] {
  const ends = isHanLanguage(lang) ? chineseEnds(text) : alphabeticEnds(text, sentenceRules(lang));
  return spansFromEnds(text, ends);
}

/** The limbs of one sentence: a semicolon closes each and belongs to it. */
export function segmentLimbs(sentence: string): readonly Span[] {
  const ends = [...sentence.matchAll(/[；;]/gu)].map((match) => match.index + 1);
  return spansFromEnds(sentence, ends);
}
