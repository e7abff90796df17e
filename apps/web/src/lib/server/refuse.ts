import type { Problem, SanctionNotice } from '@glossator/contract';
import { fail } from '@sveltejs/kit';
import { problemSentence } from '../problem/sentence.ts';
import { sanctionDetails } from '../sanctions/sanction-words.ts';

export interface Refusal<Values> {
  /** Which form of the page was refused. */
  readonly form: string;
  readonly code: string;
  /** What it means and what to do, in the interface's language. */
  readonly sentence: string;
  /** What the person typed; it goes back into the form. */
  readonly values: Values;
  /** The stored state, where a stale version was refused. */
  readonly current: unknown;
  /** What was given to the person, where it is the reason. */
  readonly sanction: SanctionNotice | null;
}

const sentenceOf = ({ code, sanction }: Problem): string =>
  sanction === undefined
    ? problemSentence(code)
    : `${problemSentence(code)} ${sanctionDetails(sanction)}`;

/** The refused form with its text kept. */
export function refuse<Values>(form: string, problem: Problem, values: Values) {
  const refusal: Refusal<Values> = {
    form,
    code: problem.code,
    sentence: sentenceOf(problem),
    values,
    current: problem.current ?? null,
    sanction: problem.sanction ?? null,
  };
  return fail(problem.status, { refusal });
}
