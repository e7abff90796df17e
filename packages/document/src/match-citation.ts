import { formsOf, WORDS, type WordsLang } from './citation-words.ts';
import { foldCitation } from './fold-citation.ts';
import type { Level } from './model.ts';
import { parseNumeral } from './numerals.ts';
import type { CitedWork } from './format-citation.ts';
import type { Component, ParsedPath } from './path.ts';
import { fail, ok, type Result } from './result.ts';

export type MatchFailure = 'malformed' | 'incomplete';

const ZERO: Component = { number: 0, insertion: 0 };
const ONE: Component = { number: 1, insertion: 0 };
// A letter or digit right after the numeral would mean that it was no numeral.
const NUMERAL = '(\\d{1,6}|[ivxlcdm]+|[零〇一二三四五六七八九十百千]+)(?:x(\\d{1,4}))?(?![a-z0-9])';

const LIMB = '\\(?([a-z]{1,2})\\)?';

/** A reader over folded text that takes what it recognises and leaves the rest. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** What `read` makes of a match; null, and nothing taken, where it does not match or make sense. */
  take<T>(source: string, read: (match: RegExpExecArray) => T | null): T | null {
    const pattern = new RegExp(`[\\s,、.·]*(?:${source})`, 'uy');
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    const value = match === null ? null : read(match);
    if (value !== null) this.#at = pattern.lastIndex;
    return value;
  }

  takeWord(words: readonly string[]): boolean {
    return this.take(words.map(foldCitation).join('|'), () => true) ?? false;
  }

  isDone(): boolean {
    return this.#text.slice(this.#at).trim() === '';
  }
}

function sourceOf(form: string): string {
  return foldCitation(form)
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replace(/ /gu, '\\s*')
    .replace('#', NUMERAL);
}

function readLevel(reader: Reader, level: Level, lang: WordsLang): Component | null {
  for (const form of formsOf(level, lang)) {
    const component = reader.take(sourceOf(form), ([, numeral = '', insertion = '0']) => {
      const number = parseNumeral(numeral);
      return number.ok ? { number: number.value, insertion: Number(insertion) } : null;
    });
    if (component !== null) return component;
  }
  return null;
}

/** Levels not named are zero between those named; the end of a range may leave out its beginning. */
function readLevels(
  reader: Reader,
  levels: readonly Level[],
  lang: WordsLang,
  before: ParsedPath | null,
): Result<readonly Component[], MatchFailure> {
  const words = WORDS[lang];
  const isPreamble = reader.takeWord(words.preamble);
  const isFront = isPreamble || reader.takeWord(words.front);
  const found: (Component | null)[] = isFront ? [ZERO] : [];
  for (const level of levels.slice(found.length)) found.push(readLevel(reader, level, lang));
  const first = found.findIndex((component) => component !== null);
  const last = found.findLastIndex((component) => component !== null);
  if (first === -1) return fail('malformed');
  if (isPreamble && last === levels.length - 1) found[last - 1] ??= ONE;
  if (isPreamble && last === 0) return ok([...levels.slice(2).map(() => ZERO), ONE]);
  if (first > 0 && before === null) return fail('incomplete');
  if (last === levels.length - 1 && first < last && found[last - 1] === null) {
    return fail('incomplete');
  }
  return ok(
    found
      .slice(0, last + 1)
      .map((component, i) => component ?? (i < first ? before?.components[i] : null) ?? ZERO),
  );
}

function padded(components: readonly Component[], size: number): readonly Component[] {
  return [...components, ...Array.from({ length: size - components.length }, () => ZERO)];
}

/** One end of a citation in one language; `before` is the other end where this one is the second. */
export function matchCitation(
  text: string,
  work: CitedWork,
  lang: WordsLang,
  before: ParsedPath | null,
): Result<ParsedPath, MatchFailure> {
  const words = WORDS[lang];
  const size = work.levels.length;
  const reader = new Reader(text);
  // `IV(3) ¶1 s. 2–4`: a bare number counts in the level where the first end stopped.
  if (before !== null && /^\s*\d+\s*$/.test(text)) {
    const number = Number(text);
    const components = [...before.components.slice(0, -1), { number, insertion: 0 }];
    return ok({ components, limb: '' });
  }
  if (reader.takeWord(words.title)) {
    return reader.isDone() ? ok({ components: padded([], size - 1), limb: '' }) : fail('malformed');
  }
  const read = readLevels(reader, work.levels, lang, before);
  if (!read.ok) return read;
  let components = read.value;
  if (reader.takeWord(words.heading)) components = padded(components, size - 1);
  while (components.length < size && reader.takeWord(words.opening)) {
    components = [...components, ZERO];
  }
  const limb = components.length === size ? reader.take(LIMB, ([, letters = '']) => letters) : null;
  return reader.isDone() ? ok({ components, limb: limb ?? '' }) : fail('malformed');
}
