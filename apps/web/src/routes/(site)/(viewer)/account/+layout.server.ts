import { member } from '#lib/server/member.ts';
import type { LayoutServerLoad } from './$types.js';

export const load = (async ({ parent, url }) => {
  const { viewer } = await parent();
  return { person: member(viewer, url) };
}) satisfies LayoutServerLoad;
