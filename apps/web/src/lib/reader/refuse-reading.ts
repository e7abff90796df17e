import type { Problem } from '@glossator/contract';
import { parentPath, parsePath } from '@glossator/document';
import { error } from '@sveltejs/kit';
import type { ReadingRequest } from './load-reading.ts';

/**
 * The error page of an address that opens nothing, with the nearest address that does. A page has
 * no malformed request, only addresses where nothing is.
 */
export async function refuseReading(
  fetch: typeof globalThis.fetch,
  { slug, at }: ReadingRequest,
  { status, title, code }: Problem,
): Promise<never> {
  if (at === undefined || (status !== 404 && status !== 400)) error(status, title, { code });
  if (status === 400) error(404, title, { code: 'address-malformed' });
  const nearest = await nearestAddress(fetch, slug, at.split('-', 1)[0] ?? at);
  if (nearest === null) error(404, title, { code });
  error(404, title, { code: 'address-unknown', nearest });
}

async function nearestAddress(
  fetch: typeof globalThis.fetch,
  slug: string,
  address: string,
): Promise<string | null> {
  if (!parsePath(address).ok) return null;
  for (let path = parentPath(address); path !== null; path = parentPath(path)) {
    const response = await fetch(`/api/works/${slug}/threads?at=${path}&limit=1`);
    if (response.ok) return path;
  }
  return null;
}
