import { limits, type SanctionView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { localPath } from '#lib/local-path.ts';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return {
    sanctions: await listPage<SanctionView>(event, '/api/sanctions'),
    limit: limits.objectionLength,
  };
}) satisfies PageServerLoad;

const here = '/account/sanctions';

export const actions = {
  read: async (event) => {
    const data = await event.request.formData();
    const path = `/api/sanctions/${encodeURIComponent(formText(data, 'id'))}/reading` as const;
    const answer = await call(event, 'POST', path);
    if (!answer.ok) return refuse('read', answer.problem, {});
    redirect(303, localPath(formText(data, 'back'), `${here}?done=warning-read`));
  },
  object: async (event) => {
    const data = await event.request.formData();
    const id = formText(data, 'id');
    const words = formText(data, 'words');
    const path = `/api/sanctions/${encodeURIComponent(id)}/objection` as const;
    const answer = await call(event, 'POST', path, { words });
    if (!answer.ok) return refuse(`object-${id}`, answer.problem, { words });
    redirect(303, `${here}?done=objection`);
  },
} satisfies Actions;
