import type { InvitationView } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { call } from '#lib/server/api.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async ({ parent }) => {
  await parent();
}) satisfies PageServerLoad;

export const actions = {
  // No redirect: the link is stored nowhere, so this answer is the one place that can show it.
  default: async (event) => {
    const answer = await call<InvitationView>(event, 'POST', '/api/invitations');
    return answer.ok ? { invitation: answer.value } : refuse('invite', answer.problem, {});
  },
} satisfies Actions;
