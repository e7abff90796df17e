import type { EditingPage } from '@glossator/contract';
import { commentaryStates, type CommentaryState } from '@glossator/domain';
import { call, refuse, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

/** As what the list can be asked for; nobody but its authors sees a first draft. */
const states = commentaryStates.filter((state) => state !== 'draft');
const asState = (text: string | null): CommentaryState =>
  states.find((state) => state === text) ?? 'submitted';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const { searchParams } = event.url;
  const state = asState(searchParams.get('state'));
  const cursor = searchParams.get('cursor');
  const query = new URLSearchParams({ state, ...(cursor === null ? {} : { cursor }) });
  const path = `/api/editing?${query.toString()}` as const;
  const answer = await call<EditingPage>(event, 'GET', path);
  if (!answer.ok && cursor !== null && answer.problem.status === 400) refuse(400, 'cursor-unknown');
  return { ...required(answer), state, states, later: cursor !== null };
}) satisfies PageServerLoad;
