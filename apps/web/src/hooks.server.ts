import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { negotiate } from '#lib/i18n/negotiate.ts';
import { cookieName, defineCustomServerStrategy } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { asTheme, themeCookie } from '#lib/preferences/preferences.ts';
import { passThrough } from '#lib/server/api.ts';
import { citedPages } from '#lib/server/cite/cited-pages.ts';
import { compress } from '#lib/server/compress.ts';
import { rememberView } from '#lib/server/remember-view.ts';
import { requestId } from '#lib/server/request-id.ts';
import { tooLarge } from '#lib/server/form-size.ts';
import { secure } from '#lib/server/secure.ts';
import { textFiles } from '#lib/server/text-files.ts';

defineCustomServerStrategy('custom-negotiated', {
  // Custom strategies are asked before the cookie, whatever the order says.
  getLocale: (request) =>
    request?.headers.get('cookie')?.includes(`${cookieName}=`) === true
      ? undefined
      : negotiate(request?.headers.get('accept-language') ?? null),
});

const identify: Handle = async ({ event, resolve }) => {
  event.locals.requestId = requestId(event.request.headers.get('x-request-id'));
  rememberView(event);
  const response = secure(event, await resolve(event));
  return compress(event.request.headers.get('accept-encoding'), response);
};

const bound: Handle = ({ event, resolve }) => tooLarge(event) ?? resolve(event);

const speak: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ locale }) =>
    resolve(event, {
      transformPageChunk: ({ html }) =>
        html.replace('%lang%', locale).replace('%theme%', asTheme(event.cookies.get(themeCookie))),
      filterSerializedResponseHeaders: (name) => name === 'content-type',
      preload: (input) =>
        input.type === 'font'
          ? /source-(serif|sans)[^/]*-(upright|italic)/.test(input.filename)
          : input.type !== 'asset',
    }),
  );

export const handle = sequence(identify, bound, citedPages, textFiles, speak);

/** `fetch('/api/…')` in a load function goes the way of every other call to the API. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url);
  const isApi = url.origin === event.url.origin && /^\/api(\/|$)/.test(url.pathname);
  if (!isApi || request.method !== 'GET') return fetch(request);
  return passThrough(event, `/api/${url.pathname.slice('/api/'.length)}${url.search}`);
};

export const handleError: HandleServerError = ({ kind, error, event }) => {
  // Runs for expected errors too; only what nobody foresaw is logged.
  if (kind !== 'unknown') return;
  console.error(
    JSON.stringify({
      level: 'error',
      requestId: event.locals.requestId,
      route: event.route.id,
      message: error instanceof Error ? error.stack : String(error),
    }),
  );
  return { code: 'internal-error' };
};
