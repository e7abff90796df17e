import {
  tokenDays,
  tokenScopes,
  type AccessTokenView,
  type MadeAccessToken,
} from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return {
    tokens: await listPage<AccessTokenView>(event, '/api/tokens'),
    scopes: tokenScopes,
    days: tokenDays,
  };
}) satisfies PageServerLoad;

export const actions = {
  // The token is in the answer alone: an address would be kept by the browser and by logs.
  make: async (event) => {
    const data = await event.request.formData();
    const values = {
      name: formText(data, 'name'),
      scope: formText(data, 'scope'),
      days: formText(data, 'days'),
    };
    const answer = await call<MadeAccessToken>(event, 'POST', '/api/tokens', {
      ...values,
      days: Number(values.days),
    });
    if (!answer.ok) return refuse('make', answer.problem, values);
    return { made: { token: answer.value.token, name: answer.value.view.name } };
  },
  end: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const answer = await call(event, 'DELETE', `/api/tokens/${encodeURIComponent(id)}`);
    // One that has ended meanwhile is what was asked for.
    if (!answer.ok && answer.problem.status !== 404) return refuse('end', answer.problem, { id });
    redirect(303, '/account/tokens?done=token');
  },
} satisfies Actions;
