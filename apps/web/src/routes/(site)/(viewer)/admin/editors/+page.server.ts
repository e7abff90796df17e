import type { EditorOffice, EditorView } from '@glossator/contract';
import { redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const officeOf = ({ url }: RequestEvent): EditorOffice =>
  url.searchParams.get('office') === 'texts' ? 'texts' : 'commentaries';

export const load = (async (event) => {
  await event.parent();
  const office = officeOf(event);
  return { office, editors: await listPage<EditorView>(event, `/api/editors?office=${office}`) };
}) satisfies PageServerLoad;

export const actions = {
  appoint: async (event) => {
    const who = formText(await event.request.formData(), 'who');
    const answer = await call(event, 'POST', '/api/editors', {
      who,
      office: officeOf(event),
    });
    if (!answer.ok) return refuse('appoint', answer.problem, { who });
    redirect(303, `/admin/editors?office=${officeOf(event)}&done=editor`);
  },
  dismiss: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const answer = await call(
      event,
      'DELETE',
      `/api/editors/${encodeURIComponent(id)}?office=${officeOf(event)}`,
    );
    if (!answer.ok) return refuse('dismiss', answer.problem, { id });
    redirect(303, `/admin/editors?office=${officeOf(event)}&done=editor-dismissed`);
  },
} satisfies Actions;
