import type { ApparatusIndex } from '@glossator/contract';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** Every gap, supplied and doubtful reading of a work; what is asked for of them stands in the query. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const pins = place.pins === '' ? '' : `?pins=${encodeURIComponent(place.pins)}`;
  const index = required(
    await call<ApparatusIndex>(event, 'GET', `/api/works/${place.slug}/apparatus${pins}`),
  );
  const { searchParams } = event.url;
  const ask = (name: string): string => searchParams.get(name) ?? '';
  return {
    place,
    index,
    asked: {
      edition: ask('edition'),
      kind: ask('kind'),
      cause: ask('cause'),
      certainty: ask('certainty'),
    },
  };
}) satisfies PageServerLoad;
