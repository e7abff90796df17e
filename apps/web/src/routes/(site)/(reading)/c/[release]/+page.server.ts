import { loadRelease } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** A release of a commentary: its title page. */
export const load = (async (event) => ({
  release: await loadRelease(event),
})) satisfies PageServerLoad;
