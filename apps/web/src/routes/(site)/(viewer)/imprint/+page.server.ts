import { siteOf } from '#lib/server/site.ts';
import type { PageServerLoad } from './$types.js';

export const load = (async (event) => {
  const { imprintHtml, contactHtml } = await siteOf(event);
  return { imprintHtml, contactHtml };
}) satisfies PageServerLoad;
