import type { EditorView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { editors: await listPage<EditorView>(event, '/api/editors') };
}) satisfies PageServerLoad;

export const actions = {
  appoint: async (event) => {
    const who = formText(await event.request.formData(), 'who');
    const answer = await call(event, 'POST', '/api/editors', { who });
    if (!answer.ok) return refuse('appoint', answer.problem, { who });
    redirect(303, '/admin/editors?done=editor');
  },
  dismiss: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const answer = await call(event, 'DELETE', `/api/editors/${encodeURIComponent(id)}`);
    if (!answer.ok) return refuse('dismiss', answer.problem, { id });
    redirect(303, '/admin/editors?done=editor-dismissed');
  },
} satisfies Actions;
