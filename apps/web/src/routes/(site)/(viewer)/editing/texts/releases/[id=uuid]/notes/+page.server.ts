import { toldOutcomes, type FatedThread } from '@glossator/contract';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  const { id } = event.params;
  const asked = event.url.searchParams.get('fate');
  const fate = toldOutcomes.find((outcome) => outcome === asked) ?? null;
  const query = fate === null ? '' : `?outcome=${fate}`;
  return {
    ...{ id, fate },
    threads: await listPage<FatedThread>(event, `/api/text-releases/${id}/threads${query}`),
  };
}) satisfies PageServerLoad;
