import type { HeldWork } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const { items } = required(
    await call<{ items: HeldWork[] }>(event, 'GET', '/api/moderation/rules'),
  );
  return { works: items };
}) satisfies PageServerLoad;
