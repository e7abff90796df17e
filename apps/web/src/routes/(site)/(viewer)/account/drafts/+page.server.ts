import type { DraftView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { drafts: await listPage<DraftView>(event, '/api/drafts') };
}) satisfies PageServerLoad;

export const actions = {
  discard: async (event) => {
    const data = await event.request.formData();
    const place = formText(data, 'place');
    const version = formText(data, 'version');
    const answer = await call(
      event,
      'DELETE',
      `/api/drafts/${encodeURIComponent(place)}?version=${encodeURIComponent(version)}`,
    );
    if (!answer.ok && answer.problem.status !== 404)
      return refuse('discard', answer.problem, { version });
    redirect(303, '/account/drafts?done=draft');
  },
} satisfies Actions;
