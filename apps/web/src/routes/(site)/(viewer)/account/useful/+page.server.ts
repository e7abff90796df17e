import type { UsefulMarkView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { marks: await listPage<UsefulMarkView>(event, '/api/account/useful-marks') };
}) satisfies PageServerLoad;

export const actions = {
  unmark: async (event) => {
    const note = formText(await event.request.formData(), 'note');
    const path = `/api/annotations/${encodeURIComponent(note)}/useful` as const;
    const answer = await call(event, 'DELETE', path);
    if (!answer.ok) return refuse('unmark', answer.problem, { note });
    redirect(303, '/account/useful');
  },
} satisfies Actions;
