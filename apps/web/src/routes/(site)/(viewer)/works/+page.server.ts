import type { OwnWorkItem } from '@glossator/contract';
import { listPage } from '#lib/server/list-page.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  return { texts: await listPage<OwnWorkItem>(event, '/api/account/works') };
}) satisfies PageServerLoad;
