import type { AnnotationView, Problem, ThreadView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';
import { forgetDraft } from './forget-draft.ts';
import { formMarks } from './form-marks.ts';
import { formText } from './form-text.ts';
import { askHere } from '../reader/in-assignment.ts';
import { refuse } from './refuse.ts';

/** Back to the page the form stands on, at a note. */
function backTo(event: RequestEvent, note: string): never {
  redirect(303, `${askHere(event.url, `note=${note}`)}#n-${note}`);
}

function refused(
  form: string,
  problem: Problem,
  parent: string,
  body = '',
  marks: { kind?: string; tags?: string } = {},
) {
  return refuse(form, problem, { body, layer: '', parent, ...marks });
}

export async function reply(event: RequestEvent) {
  const data = await event.request.formData();
  const parent = formText(data, 'parent');
  const body = formText(data, 'body');
  const marks = formMarks(data);
  const path = `/api/annotations/${encodeURIComponent(parent)}/replies` as const;
  const answer = await call<AnnotationView>(event, 'POST', path, {
    body,
    ...marks.sent,
    seen: data.getAll('seen'),
    key: formText(data, 'key'),
  });
  if (!answer.ok) return refused('reply', answer.problem, parent, body, marks.typed);
  await forgetDraft(event, `reply:${parent}`, data);
  return backTo(event, answer.value.id);
}

export async function restore(event: RequestEvent) {
  const id = formText(await event.request.formData(), 'id');
  const answer = await call(event, 'POST', `/api/annotations/${encodeURIComponent(id)}/restore`);
  return answer.ok ? backTo(event, id) : refused('restore', answer.problem, id);
}

export async function unhide(event: RequestEvent) {
  const data = await event.request.formData();
  const id = formText(data, 'id');
  const reason = formText(data, 'reason');
  const path = `/api/annotations/${encodeURIComponent(id)}/unhide` as const;
  const answer = await call(event, 'POST', path, { reason });
  return answer.ok ? backTo(event, id) : refused('unhide', answer.problem, id, reason);
}

/** Says that a note was useful, or takes that back, and goes back to the page as it was. */
export async function markUseful(event: RequestEvent) {
  const data = await event.request.formData();
  const id = formText(data, 'id');
  const method = formText(data, 'useful') === 'no' ? 'DELETE' : 'PUT';
  const answer = await call(event, method, `/api/annotations/${encodeURIComponent(id)}/useful`);
  if (!answer.ok) return refused('useful', answer.problem, id);
  const asked = new URLSearchParams(formText(data, 'back'));
  for (const name of [...asked.keys()]) if (name.startsWith('/')) asked.delete(name);
  const search = asked.size === 0 ? '' : `?${asked.toString()}`;
  redirect(303, `${event.url.pathname}${search}#n-${encodeURIComponent(id)}`);
}

export async function resolveThread(event: RequestEvent) {
  const data = await event.request.formData();
  const id = formText(data, 'thread');
  const path = `/api/threads/${encodeURIComponent(id)}/resolution` as const;
  const action = formText(data, 'action');
  const answer = await call<ThreadView>(event, 'POST', path, { action });
  const note = formText(data, 'note');
  return answer.ok ? backTo(event, note) : refused('resolve', answer.problem, note);
}
