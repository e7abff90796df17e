import type { StoredView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  return { stored: required(await call<StoredView>(event, 'GET', '/api/account/stored')) };
}) satisfies PageServerLoad;
