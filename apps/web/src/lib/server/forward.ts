import type { RequestEvent } from '@sveltejs/kit';

const safeMethods = new Set(['GET', 'HEAD']);

/**
 * The headers of one call to the API on behalf of the browser. The API trusts `Origin`, so it is
 * sent only where the browser itself said that the request comes from our own pages.
 */
export function forwardHeaders(event: RequestEvent, method: string): Headers {
  const headers = new Headers({
    accept: 'application/json',
    'x-request-id': event.locals.requestId,
    'x-forwarded-for': clientAddress(event),
    'accept-language': event.request.headers.get('accept-language') ?? '',
  });
  for (const name of ['cookie', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (!safeMethods.has(method) && isOwnPage(event)) headers.set('origin', event.url.origin);
  return headers;
}

export function isOwnPage(event: RequestEvent): boolean {
  const origin = event.request.headers.get('origin');
  if (origin !== null) return origin === event.url.origin;
  return event.request.headers.get('sec-fetch-site') === 'same-origin';
}

function clientAddress(event: RequestEvent): string {
  // A proxy header that was promised and is missing must not turn a page into an error.
  try {
    return event.getClientAddress();
  } catch {
    return '127.0.0.1';
  }
}
