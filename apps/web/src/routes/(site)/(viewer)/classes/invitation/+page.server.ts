import type { ClassJoined, LetterInvitation } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, refuse as refusePage } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { linkToken } from '#lib/server/link-token.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const token = linkToken(event.url.searchParams.get('token'));
  if (token === null) return { token: '', invitation: null };
  const path = `/api/class-invitation?token=${encodeURIComponent(token)}` as const;
  const answer = await call<LetterInvitation>(event, 'GET', path);
  if (answer.ok) return { token, invitation: answer.value };
  const { status, code } = answer.problem;
  if (code !== 'token-unusable') refusePage(status, code);
  return { token, invitation: null };
}) satisfies PageServerLoad;

export const actions = {
  accept: async (event) => {
    const token = formText(await event.request.formData(), 'token');
    const path = '/api/class-invitation/acceptance';
    const answer = await call<ClassJoined>(event, 'POST', path, { token });
    if (!answer.ok) return refuse('accept', answer.problem, {});
    redirect(303, `/classes/${answer.value.id}?done=class-joined`);
  },
  decline: async (event) => {
    const token = formText(await event.request.formData(), 'token');
    const answer = await call(event, 'POST', '/api/class-invitation/refusal', { token });
    if (!answer.ok) return refuse('decline', answer.problem, {});
    redirect(303, '/?done=class-declined');
  },
} satisfies Actions;
