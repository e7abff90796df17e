import type { WorkVersions } from '@glossator/contract';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  await event.parent();
  const { slug } = readWorkPlace(event.params.work);
  return required(await call<WorkVersions>(event, 'GET', `/api/works/${slug}/versions`));
}) satisfies PageServerLoad;
