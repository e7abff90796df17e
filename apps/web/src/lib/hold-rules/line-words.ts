import type { WordListFailures } from '@glossator/contract';
import {
  wordListLimits as limits,
  wordListProblems,
  type WordListProblem,
} from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

const problems = {
  'too-long': () => m.rules_problem_too_long({ length: limits.length }),
  'no-letters': () => m.rules_problem_no_letters(),
  malformed: () => m.rules_problem_malformed(),
  'too-many': () => m.rules_problem_too_many({ words: limits.words }),
  'too-large': () => m.rules_problem_too_large({ pasted: limits.pasted }),
  empty: () => m.rules_problem_empty(),
} satisfies Record<WordListProblem, () => string>;

const isProblem = (word: unknown): word is WordListProblem =>
  wordListProblems.some((known) => known === word);

/** What is wrong with a pasted list, line by line; nothing where the refusal was another. */
export function lineSentences(current: unknown): readonly string[] {
  if (!Array.isArray(current)) return [];
  return (current as Partial<WordListFailures[number]>[]).flatMap(
    ({ problem, line = 1, text = '' }) => {
      if (!isProblem(problem)) return [];
      const what = problems[problem]();
      return [text === '' ? m.rules_line({ line, what }) : m.rules_line_of({ line, text, what })];
    },
  );
}
