import { redirect, type Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async ({ parent }) => {
  const { viewer } = await parent();
  if (viewer.person === null) redirect(303, '/sign-in');
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const answer = await call(event, 'DELETE', '/api/session');
    // A session that has ended by itself is what was asked for.
    if (!answer.ok && answer.problem.status !== 401) return refuse('sign-out', answer.problem, {});
    redirect(303, '/sign-in?done=signed-out');
  },
} satisfies Actions;
