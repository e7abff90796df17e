import { administrator } from '#lib/server/member.ts';
import type { LayoutServerLoad } from './$types.js';

// Pages below wait for this before they ask the API for anything.
export const load = (async ({ parent }) => {
  const { viewer } = await parent();
  administrator(viewer);
}) satisfies LayoutServerLoad;
