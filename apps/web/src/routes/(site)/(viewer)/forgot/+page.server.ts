import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => ({
  mail: (await siteOf(event)).mail,
})) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const email = formText(await event.request.formData(), 'email').trim();
    const answer = await call(event, 'POST', '/api/accounts/reset-request', { email });
    if (!answer.ok) return refuse('forgot', answer.problem, { email });
    redirect(303, '/forgot/sent');
  },
} satisfies Actions;
