import { error } from '@sveltejs/kit';
import { passThrough } from '#lib/server/api.ts';
import type { RequestHandler } from './$types.js';

const kept = ['content-type', 'etag', 'cache-control', 'retry-after'] as const;

/** A feed at an address of its own: `/feeds/work/ncss-2016.atom`, or `.json`. */
export const GET = (async (event) => {
  const match = /^(.{1,64})\.(atom|json)$/u.exec(event.params.file);
  if (match === null) error(404, 'Not found', { code: 'not-found' });
  const [, target = '', format = ''] = match;
  const [kind, name] = [event.params.kind, target].map(encodeURIComponent);
  const path = `/api/feeds/${kind ?? ''}/${name ?? ''}?format=${format}` as const;
  const answer = await passThrough(event, path, 'if-none-match');
  const headers = new Headers();
  for (const header of kept) {
    const value = answer.headers.get(header);
    if (value !== null) headers.set(header, value);
  }
  const empty = answer.status === 304;
  return new Response(empty ? null : answer.body, { status: answer.status, headers });
}) satisfies RequestHandler;
