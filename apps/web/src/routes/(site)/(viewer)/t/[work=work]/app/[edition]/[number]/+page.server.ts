import type { ApparatusPage } from '@glossator/contract';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, refuse, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** One entry of the apparatus, at the address by which it is cited. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const pins = place.pins === '' ? '' : `?pins=${encodeURIComponent(place.pins)}`;
  const { edition, number } = event.params;
  // What no entry is called is not there; that it is badly written is of no use to a reader.
  if (!/^[a-z0-9-]{1,64}$/u.test(edition) || !/^[A-Z]\d{1,5}$/u.test(number))
    refuse(404, 'not-found');
  const page = required(
    await call<ApparatusPage>(
      event,
      'GET',
      `/api/works/${place.slug}/apparatus/${edition}/${number}${pins}`,
    ),
  );
  return { place, page };
}) satisfies PageServerLoad;
