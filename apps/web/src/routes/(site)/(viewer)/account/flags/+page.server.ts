import type { FlagView } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { flags: await listPage<FlagView>(event, '/api/flags') };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const until = formText(data, 'until');
    const answer = await call(event, 'POST', '/api/flags/read', { until });
    if (!answer.ok) return refuse('read', answer.problem, {});
    redirect(303, '/account/flags');
  },
} satisfies Actions;
