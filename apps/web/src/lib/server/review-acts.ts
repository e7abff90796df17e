import { authorSteps } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { commentaryPath } from './load-commentary.ts';
import { refusedReview, reviewPage } from './review-refused.ts';

const roundPath = (event: RequestEvent, round: string) =>
  `${commentaryPath(event)}/rounds/${encodeURIComponent(round)}` as const;

/** Authors hand it in. */
export async function submitCommentary(event: RequestEvent) {
  const data = await event.request.formData();
  const [note, seen] = [formText(data, 'note'), formText(data, 'seen')];
  const body = { seen: Number(seen) || 0, note };
  const answer = await call(event, 'POST', `${commentaryPath(event)}/submission`, body);
  if (!answer.ok) return refusedReview(event, 'submit', answer.problem, { note, seen });
  redirect(303, reviewPage(event, 'review-submitted'));
}

const doneOf = {
  recall: 'review-recalled',
  correct: 'review-corrected',
  revise: 'review-revised',
  abandon: 'review-abandoned',
} as const satisfies Record<(typeof authorSteps)[number], string>;

/** Authors take it back, begin the next release, or give it up. */
export async function takeStep(event: RequestEvent) {
  const data = await event.request.formData();
  const asked = formText(data, 'kind');
  const kind = authorSteps.find((each) => each === asked);
  const body = { kind: asked, seen: Number(formText(data, 'seen')) || 0 };
  const answer = await call(event, 'POST', `${commentaryPath(event)}/steps`, body);
  if (!answer.ok) return refusedReview(event, asked, answer.problem, {});
  redirect(303, reviewPage(event, kind === undefined ? '' : doneOf[kind]));
}

/** An editor asks a member to review. */
export async function inviteReviewer(event: RequestEvent) {
  const data = await event.request.formData();
  const values = { who: formText(data, 'who'), dueOn: formText(data, 'dueOn') };
  const path = `${roundPath(event, formText(data, 'round'))}/reviewers` as const;
  const answer = await call(event, 'POST', path, { ...values, dueOn: values.dueOn || null });
  if (!answer.ok) return refusedReview(event, 'invite', answer.problem, values);
  redirect(303, `${reviewPage(event, 'review-invited')}#rounds`);
}

/** `about` is the round, and behind a colon the reviewer. */
export async function endReview(event: RequestEvent) {
  const [round = '', reviewer = ''] = formText(await event.request.formData(), 'about').split(':');
  const path = `${roundPath(event, round)}/reviewers/${encodeURIComponent(reviewer)}` as const;
  const answer = await call(event, 'DELETE', path);
  if (!answer.ok) return refusedReview(event, 'end', answer.problem, {});
  redirect(303, `${reviewPage(event, 'review-ended')}#rounds`);
}

/** A reviewer says whether they review, or stops. */
export async function answerInvitation(event: RequestEvent) {
  const data = await event.request.formData();
  const accepts = formText(data, 'accepts') === 'yes';
  const path = `${roundPath(event, formText(data, 'round'))}/answer` as const;
  const answer = await call(event, 'PUT', path, { accepts });
  if (!answer.ok) return refusedReview(event, 'answer', answer.problem, {});
  redirect(303, accepts ? reviewPage(event, 'review-joined') : '/reviewing?done=review-declined');
}

/** A reviewer says what they advise, or says it anew. */
export async function recommend(event: RequestEvent) {
  const data = await event.request.formData();
  const values = {
    recommendation: formText(data, 'recommendation'),
    toEditor: formText(data, 'toEditor'),
    toAuthors: formText(data, 'toAuthors'),
  };
  const path = `${roundPath(event, formText(data, 'round'))}/recommendation` as const;
  const answer = await call(event, 'PUT', path, values);
  if (!answer.ok) return refusedReview(event, 'recommend', answer.problem, values);
  redirect(303, reviewPage(event, 'review-recommended'));
}
