import type { WaitingItem } from '@glossator/contract';
import { listPage } from '#lib/server/list-page.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { waiting: await listPage<WaitingItem>(event, '/api/waiting') };
}) satisfies PageServerLoad;
