import { error } from '@sveltejs/kit';
import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

/** A feed at an address of its own: `/feeds/work/ncss-2016.atom`, or `.json`. */
export const GET = (async (event) => {
  const match = /^(.{1,64})\.(atom|json)$/u.exec(event.params.file);
  if (match === null) error(404, 'Not found', { code: 'not-found' });
  const [, target = '', format = ''] = match;
  const [kind, name] = [event.params.kind, target].map(encodeURIComponent);
  return handOn(event, `/api/feeds/${kind ?? ''}/${name ?? ''}?format=${format}`, 'if-none-match');
}) satisfies RequestHandler;
