import type { AnnotationView, RevisionView } from '@glossator/contract';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { compareWords, type Stretch } from '../history/compare-words.ts';
import { call } from './api.ts';
import { forgetDraft } from './forget-draft.ts';
import { formMarks } from './form-marks.ts';
import { formText, formTexts } from './form-text.ts';
import { locateNote, noteHref } from './note-address.ts';
import { storedNote } from '../notes/stored-note.ts';
import { refuse } from './refuse.ts';

/** An edit binds to the version its author saw; a newer stored one comes back beside the text. */
export async function edit(event: RequestEvent) {
  const data = await event.request.formData();
  const id = formText(data, 'id');
  const body = formText(data, 'body');
  const version = Number(formText(data, 'version'));
  const proposal = Number(formText(data, 'proposal'));
  const marks = formMarks(data);
  const seen = formTexts(data, 'seen');
  const path = `/api/annotations/${encodeURIComponent(id)}` as const;
  const answer = await call<AnnotationView>(event, 'PUT', path, {
    body,
    ...marks.sent,
    version,
    proposal,
    seen,
  });
  if (!answer.ok) {
    const values = { body, layer: '', parent: id, seen, ...marks.typed };
    const refused = refuse('edit', answer.problem, values);
    const changes = await changesSince(event, id, version, answer.problem.current);
    return fail(refused.status, { refusal: { ...refused.data.refusal, changes } });
  }
  await forgetDraft(event, `edit:${id}`, data);
  const location = await locateNote(event, id);
  redirect(303, location.ok ? noteHref(location.value, id) : `/n/${id}`);
}

/** Takes back the edit that waits, or was handed back; what is public stands. */
export async function takeBack(event: RequestEvent) {
  const id = event.params['id'] ?? '';
  const answer = await call(event, 'DELETE', `/api/annotations/${encodeURIComponent(id)}/proposal`);
  if (!answer.ok) return refuse('takeBack', answer.problem, { body: '', layer: '', parent: id });
  const location = await locateNote(event, id);
  redirect(303, location.ok ? noteHref(location.value, id) : `/n/${id}`);
}

/** What changed from the version that an edit was begun from to the one that is stored. */
async function changesSince(
  event: RequestEvent,
  id: string,
  version: number,
  current: unknown,
): Promise<Stretch[] | null> {
  const stored = storedNote(current);
  if (stored === null || stored.body === null || stored.proposal > 0) return null;
  const path = `/api/annotations/${encodeURIComponent(id)}/revisions/${String(version)}` as const;
  const begun = await call<RevisionView>(event, 'GET', path);
  if (!begun.ok || begun.value.body === null || begun.value.body === stored.body) return null;
  return compareWords(begun.value.body, stored.body);
}
