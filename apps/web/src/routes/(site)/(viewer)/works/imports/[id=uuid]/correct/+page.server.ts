import { deskOf } from '#lib/server/desk-of.ts';
import { member } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { viewer } = await event.parent();
  member(viewer, event.url);
  return { desk: await deskOf(event, event.params.id) };
}) satisfies PageServerLoad;
