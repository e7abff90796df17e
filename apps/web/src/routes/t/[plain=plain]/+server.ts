import { error } from '@sveltejs/kit';
import { passThrough } from '#lib/server/api.ts';
import type { RequestHandler } from './$types.js';

/** One edition as plain text, byte for byte as the API has it. */
export const GET = (async (event) => {
  const match = /^([a-z0-9-]+)\.([a-z0-9-]+)(?:@([\d.]+))?\.txt$/.exec(event.params.plain);
  if (match === null) error(404, 'Not found', { code: 'not-found' });
  const [, work = '', edition = '', version] = match;
  const query = new URLSearchParams();
  if (version !== undefined) query.set('version', version);
  const form = event.url.searchParams.get('form');
  if (form !== null) query.set('form', form);
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  const answer = await passThrough(event, `/api/works/${work}/editions/${edition}/text${search}`);
  const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8' });
  for (const name of ['etag', 'cache-control', 'last-modified']) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}) satisfies RequestHandler;
