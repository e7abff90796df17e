import { codePointLength } from './offsets.ts';

/** Code points of the paragraph given, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/*
 * Sentence rules of our own, run when a text is built and their output committed: the platform's
 * segmenter breaks `。（一）` after the bracket, `No. 5` after the stop, and differs by version.
 */

const ZH_END = /[。！？]+[”’」』）》]*/y;
// A lone initial, a dotted abbreviation, or a listed one; the stop itself is not part of the match.
const INITIALS = /(?:^|[\s("“‘[])(?:\p{Lu}\.)*\p{Lu}$/u;
const ABBREVIATION =
  /(?:^|[\s("“‘[§])(?:Nos?|Arts?|Secs?|Reg|paras?|Paras?|cf|Cf|e\.g|i\.e|v|vs|Mr|Mrs|Ms|Dr|Prof|St|Inc|Ltd|Co|Corp|Vol|vol|pp?|Ch|ch|cl|Cl|ed|eds|Fig|Eq|art|sec|no)$/u;
const EN_END = /[.!?]+["”’')\]]*(?=\s|$)/y;
const EN_LABEL = /^\s*(?:[IVXLC]+|\(?\d+\)?|\(?[a-z]\)|[A-Z])[.,]?$/u;

/** Ends (UTF-16 indices) of the sentences of one Chinese paragraph. */
function chineseEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '《') depth += 1;
    else if (text[i] === '》') depth = Math.max(0, depth - 1);
    ZH_END.lastIndex = i;
    const match = depth === 0 ? ZH_END.exec(text) : null;
    if (match === null) continue;
    i += match[0].length - 1;
    ends.push(i + 1);
  }
  return ends;
}

function isEnglishEnd(text: string, stop: number, after: number): boolean {
  const before = text.slice(0, stop);
  const next = text.slice(after).trimStart();
  if (next === '') return true;
  if (text[stop] !== '.') return !/^\p{Ll}/u.test(next);
  if (EN_LABEL.test(before) || INITIALS.test(before) || ABBREVIATION.test(before)) return false;
  return /^["“‘'([]*[\p{Lu}\p{Nd}]/u.test(next);
}

/** Ends (UTF-16 indices) of the sentences of one English paragraph. */
function englishEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    EN_END.lastIndex = i;
    const match = EN_END.exec(text);
    if (match === null) continue;
    const after = i + match[0].length;
    if (isEnglishEnd(text, i, after)) ends.push(after);
    i = after - 1;
  }
  return ends;
}

function spansFromEnds(text: string, ends: readonly number[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const end of [...ends, text.length]) {
    const piece = text.slice(from, end);
    const body = piece.trim();
    if (body !== '') {
      const start =
        codePointLength(text.slice(0, from)) +
        codePointLength(piece) -
        codePointLength(piece.trimStart());
      spans.push({ start, end: start + codePointLength(body) });
    }
    from = end;
  }
  return spans;
}

/**
 * The sentences of one paragraph, spaces between them left out. The paragraph's end ends its last
 * sentence, stop or no stop.
 */
export function segmentSentences(text: string, lang: string): readonly Span[] {
  return spansFromEnds(text, /^zh\b/.test(lang) ? chineseEnds(text) : englishEnds(text));
}

/** The limbs of one sentence: a semicolon closes each and belongs to it. */
export function segmentLimbs(sentence: string): readonly Span[] {
  const ends = [...sentence.matchAll(/[；;]/gu)].map((match) => match.index + 1);
  return spansFromEnds(sentence, ends);
}
