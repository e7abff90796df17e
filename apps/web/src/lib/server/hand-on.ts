import type { RequestEvent } from '@sveltejs/kit';
import { passThrough } from './api.ts';

/** A file of the API, as it comes and no faster than it is taken. `asked`: headers that it asks by. */
export async function handOn(
  event: RequestEvent,
  path: `/api/${string}`,
  ...asked: readonly string[]
): Promise<Response> {
  const answer = await passThrough(event, path, ...asked);
  const headers = new Headers();
  for (const name of [
    'content-type',
    'content-disposition',
    'content-language',
    'cache-control',
    'content-length',
    'etag',
    'link',
    'retry-after',
  ]) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}
