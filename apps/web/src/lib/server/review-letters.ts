import type { DecisionLetters } from '@glossator/contract';
import { stepOf } from '@glossator/domain';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  asLettered,
  formOf,
  letterFields,
  type Lettered,
  type LetterPreview,
  type LetterValues,
} from '../review/letter-values.ts';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { commentaryPath } from './load-commentary.ts';
import { refusedReview, reviewPage } from './review-refused.ts';

const typed = (data: FormData): LetterValues =>
  Object.fromEntries(letterFields.map((name) => [name, formText(data, name)])) as LetterValues;

const refusal = (code: 'reason-required' | 'message-required' | 'request-malformed') => ({
  ...{ type: 'about:blank', title: code, code },
  status: code === 'request-malformed' ? 400 : 422,
});

/** What would be refused when it is sent is said before its mail is read. */
function missing(kind: Lettered, { reason, message }: LetterValues) {
  const needs = kind === 'undo' ? (['reason'] as const) : stepOf(kind).needs;
  if (needs.some((need) => need === 'reason') && reason.trim() === '')
    return refusal('reason-required');
  if (needs.some((need) => need === 'message') && message.trim() === '')
    return refusal('message-required');
  return null;
}

/** The page again with the mail that would be sent; nothing is decided. */
export async function previewLetters(event: RequestEvent) {
  const values = typed(await event.request.formData());
  const kind = asLettered(values.kind);
  const form = formOf(values.kind);
  const wrong = kind === undefined ? refusal('request-malformed') : missing(kind, values);
  if (kind === undefined || wrong !== null)
    return refusedReview(event, form, wrong ?? refusal('request-malformed'), values);
  const path = `${commentaryPath(event)}/letters` as const;
  const body = { kind, message: values.message };
  const answer = await call<DecisionLetters>(event, 'POST', path, body);
  if (!answer.ok) return refusedReview(event, form, answer.problem, values);
  const preview: LetterPreview = { form, kind, values, letters: answer.value.items };
  return { preview };
}

function send(event: RequestEvent, kind: string, values: LetterValues) {
  const path = commentaryPath(event);
  const { names, dueOn, reason, message } = values;
  const seen = Number(values.seen) || 0;
  if (kind === 'review')
    return call(event, 'POST', `${path}/rounds`, { seen, names, dueOn: dueOn || null, message });
  if (kind === 'undo') {
    const undoing = `${path}/decisions/${encodeURIComponent(values.undo)}/undoing` as const;
    return call(event, 'POST', undoing, { seen, reason, message });
  }
  return call(event, 'POST', `${path}/decisions`, { kind, seen, reason, message });
}

/** Decides, and sends what was read. */
export async function sendLetters(event: RequestEvent) {
  const values = typed(await event.request.formData());
  const form = formOf(values.kind);
  const answer = await send(event, values.kind, values);
  if (!answer.ok) return refusedReview(event, form, answer.problem, values);
  const done = { review: 'review-round', undo: 'review-undone' }[form] ?? 'review-decided';
  redirect(303, reviewPage(event, done));
}
