import type { CommentaryReview, Problem } from '@glossator/contract';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';
import { commentaryPath } from './load-commentary.ts';
import { refuse } from './refuse.ts';

/** A refused form of the review; where another has decided meanwhile, with how it stands now. */
export async function refusedReview<Values>(
  event: RequestEvent,
  form: string,
  problem: Problem,
  values: Values,
) {
  const { status, data } = refuse(form, problem, values);
  const path = `${commentaryPath(event)}/review` as const;
  const now = status === 409 ? await call<CommentaryReview>(event, 'GET', path) : null;
  return fail(status, { ...data, now: now?.ok === true ? now.value : null });
}

/** Back to the page of the review, where it says what was done. */
export const reviewPage = (event: RequestEvent, done: string): string =>
  `/commentaries/${event.params['id'] ?? ''}/review?done=${done}`;
