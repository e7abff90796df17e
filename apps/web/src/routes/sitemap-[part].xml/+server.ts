import { error } from '@sveltejs/kit';
import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

/** `/sitemap-t-<work>.xml`, `/sitemap-c-<commentary>.xml`: a sitemap speaks for what is below its own folder. */
export const GET = (async (event) => {
  const [, kind, slug] = /^([tc])-([a-z0-9-]{1,64})$/.exec(event.params.part) ?? [];
  if (kind === undefined || slug === undefined) error(404, 'Not found', { code: 'not-found' });
  return handOn(event, `/api/sitemap/${kind}/${slug}`, 'if-none-match');
}) satisfies RequestHandler;
