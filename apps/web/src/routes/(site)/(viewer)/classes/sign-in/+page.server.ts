import type { ClassSignedIn, ClassSignInView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, refuse as refusePage } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const token = linkToken(event.url.searchParams.get('token'));
  if (token === null) return { token: '', whom: null };
  const path = `/api/class-sign-in?token=${encodeURIComponent(token)}` as const;
  const answer = await call<ClassSignInView>(event, 'GET', path);
  if (answer.ok) return { token, whom: answer.value };
  const { status, code } = answer.problem;
  if (code !== 'token-unusable') refusePage(status, code);
  return { token, whom: null };
}) satisfies PageServerLoad;

export const actions = {
  // A form, so that nothing that looks at links beforehand uses this one up.
  default: async (event) => {
    const token = formText(await event.request.formData(), 'token');
    const answer = await call<ClassSignedIn>(event, 'POST', '/api/class-sign-in', { token });
    if (!answer.ok) return refuse('enter', answer.problem, {});
    redirect(303, `/classes/${answer.value.id}`);
  },
} satisfies Actions;
