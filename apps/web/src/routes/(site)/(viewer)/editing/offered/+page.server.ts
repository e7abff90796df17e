import { editedStandings, type EditedWork } from '@glossator/contract';
import { call, refuse, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const { searchParams } = event.url;
  const asked = searchParams.get('standing');
  const standing = editedStandings.find((each) => each === asked) ?? 'offered';
  const cursor = searchParams.get('cursor');
  const query = new URLSearchParams({ standing, ...(cursor === null ? {} : { cursor }) });
  const path = `/api/editing/works?${query.toString()}` as const;
  const answer = await call<{ items: EditedWork[]; next: string | null }>(event, 'GET', path);
  if (!answer.ok && cursor !== null && answer.problem.status === 400) refuse(400, 'cursor-unknown');
  return { ...required(answer), standing, standings: editedStandings, later: cursor !== null };
}) satisfies PageServerLoad;
