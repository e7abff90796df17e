import type { SessionView } from '@glossator/contract';
import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { endOtherSessions } from '#lib/server/end-other-sessions.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { sessions: await listPage<SessionView>(event, '/api/sessions') };
}) satisfies PageServerLoad;

export const actions = {
  end: async (event) => {
    const id = formText(await event.request.formData(), 'id');
    const answer = await call(event, 'DELETE', `/api/sessions/${encodeURIComponent(id)}`);
    // One that has ended meanwhile is what was asked for.
    if (!answer.ok && answer.problem.status !== 404) return refuse('end', answer.problem, { id });
    redirect(303, '/account/sessions?done=session');
  },
  others: async (event) => {
    const problem = await endOtherSessions(event);
    if (problem !== null) return refuse('others', problem, { id: '' });
    redirect(303, '/account/sessions?done=sessions');
  },
} satisfies Actions;
