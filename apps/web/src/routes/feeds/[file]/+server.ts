import { error } from '@sveltejs/kit';
import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

/** What was published of commentaries: `/feeds/releases.atom`, or `.json`. */
export const GET = (async (event) => {
  const format = /^releases\.(atom|json)$/.exec(event.params.file)?.[1];
  if (format === undefined) error(404, 'Not found', { code: 'not-found' });
  return handOn(event, `/api/feeds/releases?format=${format}`, 'if-none-match');
}) satisfies RequestHandler;
