import type { ThreadView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, type Answer } from './api.ts';
import { formText } from './form-text.ts';
import { noteHref } from './note-address.ts';
import { refuse } from './refuse.ts';

/** To the thread where it stands now. */
function follow(answer: Answer<ThreadView>, form: string, layer: string) {
  if (!answer.ok) return refuse(form, answer.problem, { layer });
  const { work, target, annotations } = answer.value;
  redirect(303, noteHref({ work, address: target.address }, annotations[0]?.id ?? ''));
}

export async function moveThread(event: RequestEvent) {
  const data = await event.request.formData();
  const layer = formText(data, 'layer');
  const path = `/api/threads/${encodeURIComponent(formText(data, 'thread'))}/move` as const;
  return follow(await call(event, 'POST', path, { layer }), 'move', layer);
}

export async function copyNote(event: RequestEvent) {
  const data = await event.request.formData();
  const layer = formText(data, 'layer');
  const path = `/api/annotations/${encodeURIComponent(event.params['id'] ?? '')}/copies` as const;
  const answer = await call<ThreadView>(event, 'POST', path, { layer, key: formText(data, 'key') });
  return follow(answer, 'copy', layer);
}
