import type { CitationWords, WordsLang } from './citation-words.ts';
import { WORDS, wordsLang, writeLevel } from './citation-words.ts';
import type { Lang, Work } from './model.ts';
import { parsePath, pathKind, type Component } from './path.ts';
import { parseAddress, type RangeFailure } from './range.ts';
import { fail, ok, type Result } from './result.ts';

export type FormatFailure = RangeFailure | 'no-such-level';

const isZero = ({ number, insertion }: Component): boolean => number === 0 && insertion === 0;

function withoutTrailingZeros(components: readonly Component[]): readonly Component[] {
  const last = components.findLastIndex((component) => !isZero(component));
  return components.slice(0, last + 1);
}

/** What a zero is called: nothing where more follows below a numbered level. */
function zeroWord(words: CitationWords, index: number, isLast: boolean): string {
  const names = index > 0 ? words.opening : isLast ? words.front : words.preamble;
  return index > 0 && !isLast ? '' : (names[0] ?? '');
}

function join(pieces: readonly string[], { gap }: CitationWords): string {
  return pieces
    .filter((piece) => piece !== '')
    .reduce((left, right) => left + (/^[(（]/u.test(right) ? '' : gap) + right);
}

function formatOne(path: string, work: CitedWork, lang: WordsLang): Result<string, FormatFailure> {
  const parsed = parsePath(path);
  if (!parsed.ok) return parsed;
  const kind = pathKind(path, work.levels.length);
  if (kind === null) return fail('no-such-level');
  const { components, limb } = parsed.value;
  const words = WORDS[lang];
  const numbered = withoutTrailingZeros(components);
  if (kind === 'heading' && numbered.length === 0) return ok(words.title[0] ?? '');
  const shown = kind === 'heading' ? numbered : components;
  const pieces = shown.map((component, i) => {
    const level = work.levels[i];
    if (level === undefined) return '';
    const isLast = i >= numbered.length;
    return isZero(component) ? zeroWord(words, i, isLast) : writeLevel(level, lang, component);
  });
  if (kind === 'heading') pieces.push(words.heading[0] ?? '');
  const limbText = limb === '' ? '' : lang === 'en' ? `(${limb})` : `（${limb}）`;
  return ok(join(pieces, words) + limbText);
}

export type CitedWork = Pick<Work, 'levels'>;

/** `IV(3) ¶1 s. 2` or `四（三）第1段第2句` for a path or a range; `parseCitation` reads it back. */
export function formatCitation(
  address: string,
  work: CitedWork,
  lang: Lang,
): Result<string, FormatFailure> {
  const parsed = parseAddress(address);
  if (!parsed.ok) return parsed;
  const language = wordsLang(lang);
  const from = formatOne(parsed.value.from, work, language);
  if (!from.ok || parsed.value.from === parsed.value.to) return from;
  const to = formatOne(parsed.value.to, work, language);
  if (!to.ok) return to;
  return ok(from.value + (WORDS[language].to[0] ?? '-') + to.value);
}
