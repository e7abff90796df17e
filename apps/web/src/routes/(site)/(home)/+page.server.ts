import type { HomeView } from '@glossator/contract';
import { call, required } from '#lib/server/api.ts';
import { asLastPlace, lastPlaceCookie } from '#lib/preferences/last-place.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer, works } = required(await call<HomeView>(event, 'GET', '/api/home'));
  return { viewer, works: works.items, last: asLastPlace(event.cookies.get(lastPlaceCookie)) };
}) satisfies PageServerLoad;
