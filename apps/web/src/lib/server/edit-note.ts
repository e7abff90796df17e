import type { AnnotationView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';
import { forgetDraft } from './forget-draft.ts';
import { formMarks } from './form-marks.ts';
import { formText } from './form-text.ts';
import { locateNote, noteHref } from './note-address.ts';
import { refuse } from './refuse.ts';

/** An edit binds to the version its author saw; a newer stored one comes back beside the text. */
export async function edit(event: RequestEvent) {
  const data = await event.request.formData();
  const id = formText(data, 'id');
  const body = formText(data, 'body');
  const marks = formMarks(data);
  const path = `/api/annotations/${encodeURIComponent(id)}` as const;
  const answer = await call<AnnotationView>(event, 'PUT', path, {
    body,
    ...marks.sent,
    version: Number(formText(data, 'version')),
    seen: data.getAll('seen'),
  });
  if (!answer.ok)
    return refuse('edit', answer.problem, { body, layer: '', parent: id, ...marks.typed });
  await forgetDraft(event, `edit:${id}`, data);
  const location = await locateNote(event, id);
  redirect(303, location.ok ? noteHref(location.value, id) : `/n/${id}`);
}
