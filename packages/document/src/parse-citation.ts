import type { Work } from './model.ts';
import { matchCitation, type MatchFailure } from './match-citation.ts';
import { formatPath, parsePath, pathKind } from './path.ts';
import { formatRange, parseAddress, type RangeFailure } from './range.ts';
import { fail, ok, type Result } from './result.ts';
import { foldCitation } from './fold-citation.ts';
import { WORDS, type WordsLang } from './citation-words.ts';

export type CitationFailure = RangeFailure | MatchFailure | 'no-such-level';

const LANGS: readonly WordsLang[] = ['en', 'zh-Hans'];
const MAX_LENGTH = 400;
const DASHES = /\s*[-‐‑‒–—―~]\s*/u;

function withoutTitle(text: string, work: Work): string {
  const names = [...Object.values(work.titles), work.abbreviation].map(foldCitation);
  for (const name of names) {
    for (const prefix of [`《${name}》`, `${name},`, name]) {
      if (prefix !== '' && text.startsWith(prefix)) return text.slice(prefix.length).trim();
    }
  }
  return text;
}

function splitRange(text: string, lang: WordsLang): readonly string[] {
  const words = WORDS[lang].to.map(foldCitation).filter((word) => /[\p{L}]/u.test(word));
  const between = new RegExp(
    `${DASHES.source}|${words.map((word) => (lang === 'en' ? `\\s+${word}\\s+` : word)).join('|')}`,
    'u',
  );
  return text.split(between);
}

function readPlain(text: string, work: Work): Result<string, CitationFailure> {
  const address = parseAddress(text.replace(DASHES, '-'));
  if (!address.ok) return address;
  const { from, to } = address.value;
  const isKnown = [from, to].every((path) => pathKind(path, work.levels.length) !== null);
  return isKnown ? ok(formatRange(address.value)) : fail('no-such-level');
}

function readWords(text: string, work: Work, lang: WordsLang): Result<string, CitationFailure> {
  const [left, right, more] = splitRange(text, lang);
  if (left === undefined || more !== undefined) return fail('malformed');
  const from = matchCitation(left, work, lang, null);
  if (!from.ok) return from;
  const start = formatPath(from.value);
  if (right === undefined) return checked(start, work);
  const to = matchCitation(right, work, lang, from.value);
  if (!to.ok) return to;
  return checked(`${start}-${formatPath(to.value)}`, work);
}

function checked(address: string, work: Work): Result<string, CitationFailure> {
  return readPlain(address, work);
}

/**
 * The address (path or range) that a citation names: `4.3.1.2`, `IV(3) ¶1 s. 2`,
 * `四（三）第1段第2句`, `第四部分第（三）项`, ranges, with or without the work's title before it.
 * Whether the work has a unit there is for `resolveAddress` to say.
 */
export function parseCitation(text: string, work: Work): Result<string, CitationFailure> {
  if (text.length > MAX_LENGTH) return fail('too-long');
  const folded = withoutTitle(foldCitation(text), work);
  if (/^\d/.test(folded) && parsePath(folded.split(DASHES)[0] ?? '').ok) {
    const plain = readPlain(folded, work);
    if (plain.ok || plain.reason !== 'malformed') return plain;
  }
  let failure: Result<string, CitationFailure> = fail('malformed');
  for (const lang of LANGS) {
    const read = readWords(folded, work, lang);
    if (read.ok) return read;
    if (read.reason !== 'malformed') failure = read;
  }
  return failure;
}
