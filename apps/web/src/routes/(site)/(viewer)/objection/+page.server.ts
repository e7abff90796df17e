import { limits, type SanctionView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const limit = limits.objectionLength;

// Mail scanners open every link: a GET shows the form and changes nothing.
export const load = (async (event) => {
  const token = linkToken(event.url.searchParams.get('token'));
  if (token === null) return { token: null, sanction: null, limit };
  const path = `/api/objection?token=${encodeURIComponent(token)}` as const;
  const answer = await call<SanctionView>(event, 'GET', path);
  return { token, sanction: answer.ok ? answer.value : null, limit };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const token = formText(data, 'token');
    const words = formText(data, 'words');
    const answer = await call(event, 'POST', '/api/objection', { token, words });
    if (!answer.ok) return refuse('objection', answer.problem, { words });
    redirect(303, `/objection?token=${encodeURIComponent(token)}&done=objection`);
  },
} satisfies Actions;
