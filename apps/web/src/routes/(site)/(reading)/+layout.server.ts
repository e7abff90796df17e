import { viewerOf } from '#lib/server/viewer.ts';
import type { LayoutServerLoad } from './$types.js';

/** Pages of what is published: who reads is asked beside them. */
export const load = (async (event) => ({
  viewer: await viewerOf(event),
})) satisfies LayoutServerLoad;
