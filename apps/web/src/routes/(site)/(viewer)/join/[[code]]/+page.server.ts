import type { ClassInvitation, ClassJoined } from '@glossator/contract';
import { readJoinCode, writeJoinCode } from '@glossator/domain';
import { redirect, type Actions } from '@sveltejs/kit';
import { call, refuse as refusePage } from '#lib/server/api.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const asked = event.url.searchParams.get('code');
  const code = readJoinCode(asked ?? event.params.code ?? '');
  if (asked !== null && code !== null) redirect(303, `/join/${writeJoinCode(code)}`);
  const typed = asked ?? event.params.code ?? '';
  const shown = code === null ? null : writeJoinCode(code);
  // What no code can be is not asked for.
  if (shown === null) return { typed, code: null, invitation: null, isUnknown: typed !== '' };
  const { viewer } = await event.parent();
  if (viewer.person === null) return { typed, code: shown, invitation: null, isUnknown: false };
  const path = `/api/class-codes/${encodeURIComponent(shown)}` as const;
  const answer = await call<ClassInvitation>(event, 'GET', path);
  if (answer.ok) return { typed, code: shown, invitation: answer.value, isUnknown: false };
  const { status, code: why } = answer.problem;
  if (why !== 'code-unknown') refusePage(status, why);
  return { typed, code: null, invitation: null, isUnknown: true };
}) satisfies PageServerLoad;

export const actions = {
  default: async (event) => {
    const code = event.params.code ?? '';
    const path = `/api/class-codes/${encodeURIComponent(code)}/join` as const;
    const answer = await call<ClassJoined>(event, 'POST', path);
    if (!answer.ok) return refuse('join', answer.problem, {});
    redirect(303, `/classes/${answer.value.id}?done=class-joined`);
  },
} satisfies Actions;
