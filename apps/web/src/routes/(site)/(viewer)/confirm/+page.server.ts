import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import { takeWayBack } from '#lib/server/way-back.ts';
import type { PageServerLoad } from './$types.js';

// Mail scanners open every link: a GET shows the form and changes nothing.
export const load = (({ url }) => ({
  token: linkToken(url.searchParams.get('token')),
})) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const answer = await call(event, 'POST', '/api/accounts/confirmation', {
      token: formText(data, 'token'),
      password: formText(data, 'password'),
    });
    if (!answer.ok) return refuse('confirm', answer.problem, {});
    const back = new URL(takeWayBack(event, '/account'), event.url.origin);
    back.searchParams.set('done', 'welcome');
    redirect(303, back.pathname + back.search);
  },
} satisfies Actions;
