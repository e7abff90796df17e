import type { TextImportView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const path = `/api/text-imports/${event.params.id}` as const;
  const text = required(await call<TextImportView>(event, 'GET', path));
  // Who waits for the text is brought to it.
  if (text.slug !== null && event.url.searchParams.has('waiting'))
    redirect(303, `/t/${text.slug}?done=bring-published`);
  return { text };
}) satisfies PageServerLoad;

export const actions = {
  read: async (event) => {
    const data = await event.request.formData();
    const { id = '' } = event.params;
    const answer = await call(event, 'POST', `/api/text-imports/${id}/reading`, {
      version: Number(formText(data, 'version')),
      n: Number(formText(data, 'n')),
      encoding: formText(data, 'encoding'),
    });
    if (!answer.ok) return refuse('read', answer.problem, {});
    redirect(303, `/works/imports/${id}`);
  },
  drop: async (event) => {
    const answer = await call(event, 'DELETE', `/api/text-imports/${event.params['id'] ?? ''}`);
    if (!answer.ok && answer.problem.status !== 404) return refuse('drop', answer.problem, {});
    redirect(303, '/works/new?done=bring-dropped');
  },
} satisfies Actions;
