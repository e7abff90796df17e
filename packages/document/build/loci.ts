import {
  codePointLength,
  codePointSlice,
  occurrences,
  type Path,
  type StoredLocus,
} from '../src/index.ts';
import type { LociDeclaration } from './declarations.ts';

type Readings = ReadonlyMap<Path, string>;

function reading(readings: Readings, path: Path): string {
  const text = readings.get(path);
  if (text === undefined) throw new Error(`${path} has no text`);
  return text;
}

function once(text: string, quote: string, path: Path): number {
  const [at, second] = occurrences(text, quote);
  if (at === undefined || second !== undefined) {
    throw new Error(`not exactly once in ${path}: ${quote}`);
  }
  return at;
}

/** `within` gives the surroundings of words that stand more than once; they begin it or not. */
function words(readings: Readings, path: Path, quote: string, within: string): StoredLocus {
  const text = reading(readings, path);
  const start = once(text, within, path) + once(within, quote, path);
  const end = start + codePointLength(quote);
  return { path, start, end, lemma: codePointSlice(text, start, end) };
}

function empty(readings: Readings, path: Path, after?: string, before?: string): StoredLocus {
  const text = reading(readings, path);
  const quote = `${after ?? ''}${before ?? ''}`;
  const at = once(text, quote, path) + codePointLength(after ?? '');
  return { path, start: at, end: at, lemma: '' };
}

/** Offsets are computed from quoted context, never typed, and stop the build when it has moved. */
export function lociOf(declared: LociDeclaration, readings: Readings): readonly StoredLocus[] {
  return [
    ...(declared.lost ?? []).map((path) => {
      if (readings.has(path)) throw new Error(`${path} is not lost`);
      return { path, start: null, end: null, lemma: '' };
    }),
    ...(declared.words ?? []).map(({ path, quote, within }) =>
      words(readings, path, quote, within ?? quote),
    ),
    ...(declared.empty ?? []).map(({ path, after, before }) =>
      empty(readings, path, after, before),
    ),
  ];
}
