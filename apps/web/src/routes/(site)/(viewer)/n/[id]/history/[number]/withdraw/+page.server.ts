import type { AnnotationView, RevisionView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call, refuse as refusePage, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types.js';

const part = (event: RequestEvent, name: 'id' | 'number'): string =>
  encodeURIComponent(event.params[name] ?? '');

export const load = (async (event) => {
  const path = `/api/annotations/${part(event, 'id')}` as const;
  const revision = required(
    await call<RevisionView>(event, 'GET', `${path}/revisions/${part(event, 'number')}`),
  );
  if (revision.current) refusePage(409, 'revision-current');
  if (revision.withdrawn !== null) redirect(303, `/n/${event.params.id}/history`);
  if (!revision.abilities.withdraw) refusePage(403, 'not-allowed');
  return { note: required(await call<AnnotationView>(event, 'GET', path)), revision };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const reason = formText(await event.request.formData(), 'reason');
    const { id, number } = event.params;
    const path =
      `/api/annotations/${part(event, 'id')}/revisions/${part(event, 'number')}/withdrawal` as const;
    const answer = await call<RevisionView>(event, 'POST', path, { reason });
    if (!answer.ok) return refuse('withdraw', answer.problem, { reason });
    redirect(303, `/n/${id}/history#r-${number}`);
  },
} satisfies Actions;
