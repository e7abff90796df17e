import type { RequestEvent } from '@sveltejs/kit';
import { hasSession } from './session-cookie.ts';

/** Headers of every answer but the immutable files. The content policy is Kit's own. */
export function secure(event: RequestEvent, response: Response): Response {
  const { headers } = response;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  headers.set('x-request-id', event.locals.requestId);
  headers.append('vary', 'Cookie, Accept-Language');
  if (event.url.protocol === 'https:') {
    headers.set('strict-transport-security', 'max-age=31536000');
  }
  if (hasSession(event.cookies)) headers.set('cache-control', 'private, no-store');
  else if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  return response;
}
