import type { TextFormsView } from '@glossator/contract';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** What a text can be taken away as. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const query = place.pins === '' ? '' : `?pins=${encodeURIComponent(place.pins)}`;
  const answer = await call<TextFormsView>(event, 'GET', `/api/works/${place.slug}/forms${query}`);
  return { place, text: required(answer) };
}) satisfies PageServerLoad;
