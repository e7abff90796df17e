import type { AnnotationView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, type Answer } from './api.ts';
import { formText } from './form-text.ts';
import { locateNote, noteHref } from './note-address.ts';
import { refuse } from './refuse.ts';

/** Deletes, hides or shows one note, and goes back to where it stands. */
export async function changeState(event: RequestEvent, change: 'delete' | 'hide' | 'unhide') {
  const id = event.params['id'] ?? '';
  const data = await event.request.formData();
  const given = { reason: formText(data, 'reason'), code: formText(data, 'code') };
  const version = Number(formText(data, 'version')) || null;
  const answer = await send(event, id, change, { ...given, version });
  if (!answer.ok) return refuse(change, answer.problem, given);
  const location = await locateNote(event, id);
  redirect(303, location.ok ? noteHref(location.value, id) : '/');
}

function send(
  event: RequestEvent,
  id: string,
  change: 'delete' | 'hide' | 'unhide',
  {
    reason,
    code,
    version,
  }: Readonly<Record<'reason' | 'code', string>> & { version: number | null },
): Promise<Answer<AnnotationView>> {
  const note = `/api/annotations/${encodeURIComponent(id)}` as const;
  return change === 'delete'
    ? call(event, 'DELETE', note)
    : call(event, 'POST', `${note}/${change}`, {
        reason,
        ...(change === 'hide' && { code, ...(version !== null && { version }) }),
      });
}
