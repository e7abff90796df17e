import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => ({
  mail: (await siteOf(event)).mail,
})) satisfies PageServerLoad;
