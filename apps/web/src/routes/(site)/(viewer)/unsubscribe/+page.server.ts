import type { UnsubscribeScope, UnsubscribeView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const pathOf = (token: string, more = '') =>
  `/api/unsubscribe${more}?token=${encodeURIComponent(token)}` as const;

// Mail scanners open every link: a GET shows the form and changes nothing.
export const load = (async (event) => {
  const token = linkToken(event.url.searchParams.get('token'));
  if (token === null) return { token: null, scope: null };
  const answer = await call<UnsubscribeView>(event, 'GET', pathOf(token, '/scope'));
  const scope: UnsubscribeScope | null = answer.ok ? answer.value.scope : null;
  return { token, scope };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const token = formText(await event.request.formData(), 'token');
    const answer = await call<UnsubscribeView>(event, 'POST', pathOf(token));
    if (!answer.ok) return refuse('unsubscribe', answer.problem, {});
    redirect(303, `/unsubscribe/done?scope=${answer.value.scope}`);
  },
} satisfies Actions;
