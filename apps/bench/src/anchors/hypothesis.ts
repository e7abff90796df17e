import search from 'approx-string-match';
import type { PlainText } from '@glossator/document/mutations';

/** A text as an annotation client sees a page: one string, and where each segment stands in it. */
export interface Page {
  readonly text: string;
  readonly starts: ReadonlyMap<string, number>;
}

export function pageOf(segments: PlainText): Page {
  const starts = new Map<string, number>();
  let text = '';
  for (const segment of segments) {
    starts.set(segment.uid, text.length);
    text += `${segment.text}\n`;
  }
  return { text, starts };
}

export interface WebQuotation {
  readonly exact: string;
  /** 32 UTF-16 units on either side. */
  readonly prefix: string;
  readonly suffix: string;
  /** Where the words were. */
  readonly hint: number;
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;
const MOST_ERRORS = 256;

function allExact(text: string, exact: string): Match[] {
  const found: Match[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1))
    found.push({ start: at, end: at + exact.length, errors: 0 });
  return found;
}

function likeness(text: string, wanted: string): number {
  if (wanted === '' || text === '') return 0;
  const [best] = search(text, wanted, wanted.length);
  return best === undefined ? 0 : 1 - best.errors / wanted.length;
}

/**
 * The rule of Hypothesis’s client, from its description: every place where the words stand, or, where they
 * stand nowhere, the best of an approximate search with up to half of them changed; scored by words, what is
 * around them and nearness; the best one whatever its score, in the whole page.
 */
export function matchQuote(
  { text }: Page,
  { exact, prefix, suffix, hint }: WebQuotation,
): { readonly start: number; readonly end: number } | null {
  const exacts = allExact(text, exact);
  const matches =
    exacts.length > 0
      ? exacts
      : search(text, exact, Math.min(MOST_ERRORS, Math.floor(exact.length / 2)));
  let best: { readonly match: Match; readonly score: number } | null = null;
  for (const match of matches) {
    const score =
      WEIGHTS.quote * (1 - match.errors / exact.length) +
      WEIGHTS.prefix *
        (prefix === ''
          ? 1
          : likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix)) +
      WEIGHTS.suffix *
        (suffix === '' ? 1 : likeness(text.slice(match.end, match.end + suffix.length), suffix)) +
      WEIGHTS.position * (1 - Math.abs(match.start - hint) / text.length);
    if (best === null || score > best.score) best = { match, score };
  }
  return best?.match ?? null;
}
