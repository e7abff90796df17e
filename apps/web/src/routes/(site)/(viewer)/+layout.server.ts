import { viewerOf } from '#lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types.js';

/** Pages whose own call to the API does not say who asks stand in this group. */
export const load = (async (event) => ({
  viewer: await viewerOf(event),
})) satisfies LayoutServerLoad;
