import type { CitedAddress } from '@glossator/contract';
import { parentPath, parsePath } from '@glossator/document';
import { redirect } from '@sveltejs/kit';
import { m } from '../paraglide/messages.js';
import { asProblem } from '../problem/as-problem.ts';
import { refuseWithdrawn } from '../own-works/refuse-withdrawn.ts';
import { refusePage } from '../problem/refuse-page.ts';
import type { ReadingRequest } from './load-reading.ts';
import { clauseHref } from './reader-address.ts';

/**
 * Opens what is cited in words, as in `/t/ncss-2016/四（三）第1段第2句`; else the error page of an
 * address that opens nothing, with the nearest address that does. A page has no malformed request,
 * only addresses where nothing is.
 */
export async function refuseReading(
  fetch: typeof globalThis.fetch,
  { slug, pins, at, assignment }: ReadingRequest,
  response: Response,
): Promise<never> {
  const problem = await asProblem(response);
  const { status, code } = problem;
  if (code === 'work-withdrawn') return refuseWithdrawn(problem);
  const place = { slug, pins };
  const [from = '', to = ''] = at?.split('-') ?? [];
  if (code === 'range-reversed' && to !== '') {
    const address = `${to}-${from}`;
    const text = m.error_open_range({ address });
    return refusePage(status, code, { href: clauseHref(place, address), text });
  }
  if (assignment !== undefined && code === 'not-found')
    return refusePage(status, code, { href: '/classes', text: m.class_title() });
  if (at === undefined || (status !== 404 && status !== 400)) return refusePage(status, code);
  if (status === 400) {
    const cited = await fetch(
      `/api/works/${slug}/address?${String(new URLSearchParams({ cite: at }))}`,
    );
    if (!cited.ok) return refusePage(404, 'address-malformed');
    const { address } = (await cited.json()) as CitedAddress;
    redirect(303, clauseHref(place, address));
  }
  const nearest = await nearestAddress(fetch, slug, from);
  if (nearest === null) return refusePage(404, code);
  const text = m.error_open_container({ address: nearest });
  return refusePage(404, 'address-unknown', { href: clauseHref(place, nearest), text });
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
