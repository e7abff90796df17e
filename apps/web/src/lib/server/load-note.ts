import type { AnnotationView, ViewerView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call, refuse, required } from './api.ts';

/** One's own note, whatever one may do to it. */
export async function readOwnNote(
  event: RequestEvent,
  { person }: ViewerView,
): Promise<AnnotationView> {
  const id = encodeURIComponent(event.params['id'] ?? '');
  const note = required(await call<AnnotationView>(event, 'GET', `/api/annotations/${id}`));
  if (note.author === null || note.author.id !== person?.id) refuse(403, 'not-allowed');
  return note;
}

/**
 * The note of a page that does one thing to it; refused where the reader may not do that. Not below a
 * form that was refused because it can no longer be done: what was typed there would go with the page.
 */
export async function loadNote(
  event: RequestEvent,
  ability: keyof AnnotationView['abilities'],
): Promise<AnnotationView> {
  const id = encodeURIComponent(event.params['id'] ?? '');
  const note = required(await call<AnnotationView>(event, 'GET', `/api/annotations/${id}`));
  if (!note.abilities[ability] && event.request.method !== 'POST') refuse(403, 'not-allowed');
  return note;
}
