import type { AssignmentView, OwnResult } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, refuse as refusePage, required } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const path = `/api/assignments/${event.params.assignment}` as const;
  const [view, own] = await Promise.all([
    call<AssignmentView>(event, 'GET', path).then(required),
    call<OwnResult>(event, 'GET', `${path}/result`).then(required),
  ]);
  if (view.class.id !== event.params.id) refusePage(404, 'not-found');
  return { title: view.title, own };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const values = { line: formText(data, 'line'), words: formText(data, 'words') };
    const path = `/api/assignments/${event.params.assignment ?? ''}/result/contests` as const;
    const answer = await call(event, 'POST', path, values);
    if (!answer.ok) return refuse('contest', answer.problem, values);
    redirect(303, '?done=grade-contested');
  },
} satisfies Actions;
