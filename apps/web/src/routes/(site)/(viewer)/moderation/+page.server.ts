import { loadQueue } from '#lib/server/load-queue.ts';
import { member } from '#lib/server/member.ts';
import { deskActions } from '#lib/server/queue-actions.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  return { queue: await loadQueue(event) };
}) satisfies PageServerLoad;

export const actions = deskActions;
