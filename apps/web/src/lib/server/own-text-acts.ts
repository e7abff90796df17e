import type { WorkLetter, WorkStandingView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, required } from './api.ts';
import { formText } from './form-text.ts';
import { refuse } from './refuse.ts';

/* What is done about where a text stands, on its owner's page and on that of text editors. */

const pathOf = (event: RequestEvent) =>
  `/api/works/${encodeURIComponent(event.params['slug'] ?? '')}` as const;

export const loadStanding = async (event: RequestEvent): Promise<WorkStandingView> =>
  required(await call<WorkStandingView>(event, 'GET', `${pathOf(event)}/standing`));

const lettered = ['offer', 'refuse', 'withdraw'];

function typed(data: FormData) {
  const action = formText(data, 'action');
  const values = { action, reason: formText(data, 'reason'), message: formText(data, 'message') };
  const body = {
    action,
    ...(action === 'refuse' || action === 'withdraw' ? { reason: values.reason } : {}),
    ...(lettered.includes(action) ? { message: values.message } : {}),
  };
  return { values, body };
}

/** Takes a step; an editor who refused is led back to the list, for the text is private again. */
export async function takeTextStep(event: RequestEvent) {
  const { values, body } = typed(await event.request.formData());
  const answer = await call<{ work: WorkStandingView | null }>(
    event,
    'POST',
    `${pathOf(event)}/standing`,
    body,
  );
  if (!answer.ok) return refuse(values.action, answer.problem, values);
  if (answer.value.work === null) redirect(303, '/editing/offered?done=text-refused');
  redirect(303, `${event.url.pathname}?done=text-step`);
}

/** The page again with the mail that the owner would get; nothing is done. */
export async function previewTextStep(event: RequestEvent) {
  const { values, body } = typed(await event.request.formData());
  const answer = await call<WorkLetter>(event, 'POST', `${pathOf(event)}/standing/letter`, body);
  if (!answer.ok) return refuse(values.action, answer.problem, values);
  return { preview: { values, letter: answer.value.letter } };
}

async function changeClass(event: RequestEvent, method: 'PUT' | 'DELETE') {
  const id = formText(await event.request.formData(), 'class');
  const path = `${pathOf(event)}/classes/${encodeURIComponent(id)}` as const;
  const answer = await call(event, method, path);
  const form = method === 'PUT' ? 'give' : 'take';
  if (!answer.ok) return refuse(form, answer.problem, { class: id });
  redirect(303, `${event.url.pathname}?done=text-class`);
}
export const giveText = (event: RequestEvent) => changeClass(event, 'PUT');
export const takeText = (event: RequestEvent) => changeClass(event, 'DELETE');

export async function deleteText(event: RequestEvent) {
  const answer = await call(event, 'DELETE', pathOf(event));
  if (!answer.ok) return refuse('delete', answer.problem, {});
  redirect(303, '/works?done=text-deleted');
}
