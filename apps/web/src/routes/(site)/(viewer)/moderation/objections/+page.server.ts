import { limits, type ObjectionView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  return {
    objections: await listPage<ObjectionView>(event, '/api/moderation/objections'),
    limit: limits.reasonLength,
  };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const id = formText(data, 'id');
    const action = formText(data, 'action');
    const words = formText(data, 'words');
    const path = `/api/moderation/objections/${encodeURIComponent(id)}/decision` as const;
    const answer = await call(event, 'POST', path, { action, words });
    if (!answer.ok) return refuse(`decide-${id}`, answer.problem, { action, words });
    redirect(303, '/moderation/objections?done=objection-decided');
  },
} satisfies Actions;
