import { limits } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (({ url }) => {
  const token = url.searchParams.get('token');
  // Messages that carry no link of their own lead here.
  if (token === null) redirect(303, '/forgot');
  return { token: linkToken(token), passwordMin: limits.passwordMin };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const answer = await call(event, 'POST', '/api/accounts/reset', {
      token: formText(data, 'token'),
      password: formText(data, 'password'),
    });
    if (!answer.ok) return refuse('reset', answer.problem, {});
    const to = new URL(localPath(event.url.searchParams.get('back'), '/account'), event.url);
    to.searchParams.set('done', 'reset');
    redirect(303, to.pathname + to.search);
  },
} satisfies Actions;
