import type { RequestEvent } from '@sveltejs/kit';
import { passThrough } from './api.ts';

const kept = ['content-type', 'etag', 'cache-control', 'retry-after'] as const;

/** A file of the API at an address of its own, which a client may have already. */
export async function handOver(event: RequestEvent, path: `/api/${string}`): Promise<Response> {
  const answer = await passThrough(event, path, 'if-none-match');
  const headers = new Headers();
  for (const header of kept) {
    const value = answer.headers.get(header);
    if (value !== null) headers.set(header, value);
  }
  const empty = answer.status === 304;
  return new Response(empty ? null : answer.body, { status: answer.status, headers });
}
