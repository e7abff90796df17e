import { folded } from './folded.ts';
import { squeeze } from './squeezed.ts';

/** Code points of one word, and of all that is pasted with its comments. */
export const wordListLimits = { words: 2_000, length: 100, pasted: 100_000 } as const;

export const wordListProblems = [
  'too-long',
  'no-letters',
  'malformed',
  'too-many',
  'too-large',
  'empty',
] as const;
export type WordListProblem = (typeof wordListProblems)[number];

export interface WordListFailure {
  readonly problem: WordListProblem;
  /** Counted from 1. */
  readonly line: number;
  /** Its beginning, as it was written. */
  readonly text: string;
}

export interface ReadWordList {
  readonly words: readonly string[];
  /** Lines that say again what one before says. */
  readonly repeated: readonly number[];
  readonly failures: readonly WordListFailure[];
}

/** More than these are not told: who pastes the wrong file learns it from the first. */
const mostFailures = 20;

function problemOf(word: string): WordListProblem | null {
  if (/\p{Cc}|\p{Cs}/u.test(word)) return 'malformed';
  if ([...word].length > wordListLimits.length) return 'too-long';
  return squeeze(word).text === '' ? 'no-letters' : null;
}

/**
 * A pasted list: one word or phrase a line, literally; `#` and what follows a space after a word
 * is a comment. Empty lines and repeated words are passed over. Lengths in code points. With any
 * failure nothing should be stored.
 */
export function readWordList(pasted: string): ReadWordList {
  const byKey = new Map<string, string>();
  const repeated: number[] = [];
  const failures: WordListFailure[] = [];
  const fail = (problem: WordListProblem, line: number, text: string): void => {
    if (failures.length < mostFailures)
      failures.push({ problem, line, text: [...text.slice(0, 120)].slice(0, 40).join('') });
  };
  if ([...pasted].length > wordListLimits.pasted) {
    fail('too-large', 1, '');
    return { words: [], repeated, failures };
  }
  const lines = pasted.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  for (const [at, raw] of lines.entries()) {
    const word = raw
      .replace(/(?:^|\s)#.*$/u, '')
      .trim()
      .replaceAll(/\s+/gu, ' ');
    if (word === '') continue;
    const problem = problemOf(word);
    if (problem !== null) {
      fail(problem, at + 1, word);
      continue;
    }
    const key = folded(word);
    if (byKey.has(key)) repeated.push(at + 1);
    else if (byKey.size === wordListLimits.words) {
      fail('too-many', at + 1, word);
      break;
    } else byKey.set(key, word);
  }
  if (byKey.size === 0 && failures.length === 0) fail('empty', 1, '');
  return { words: [...byKey.values()], repeated, failures };
}
