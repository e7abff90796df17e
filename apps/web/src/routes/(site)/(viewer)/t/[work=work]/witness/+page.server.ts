import type { WitnessView } from '@glossator/contract';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** The copy that a text was recovered from, page by page. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const view = required(await call<WitnessView>(event, 'GET', `/api/works/${place.slug}/witness`));
  return { place, view };
}) satisfies PageServerLoad;
