import type { TextChangeView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { changedPassages } from '#lib/history/changed-passages.ts';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const page = await listPage<TextChangeView>(event, '/api/account/text-changes');
  const items = page.items.map(({ before, after, ...rest }) => ({
    ...rest,
    passages: changedPassages(before, after, rest.lang),
  }));
  return { changes: { ...page, items } };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const [thread, edition, version, answer] = ['thread', 'edition', 'version', 'answer'].map(
      (name) => formText(form, name),
    );
    const body = { thread, edition, version, answer };
    const told = await call(event, 'POST', '/api/account/text-changes', body);
    if (!told.ok) return refuse('answer', told.problem, { thread: thread ?? '' });
    redirect(303, '/account/changes');
  },
} satisfies Actions;
