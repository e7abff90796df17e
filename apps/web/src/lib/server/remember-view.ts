import type { RequestEvent } from '@sveltejs/kit';
import { asView, viewCookie, yearInSeconds } from '../preferences/preferences.ts';

/** A view chosen by link (`?view=zh`) stays chosen, with or without script. */
export function rememberView(event: RequestEvent): void {
  const view = event.url.searchParams.get('view');
  if (event.request.method !== 'GET' || view === null) return;
  event.cookies.set(viewCookie, asView(view), {
    path: '/',
    maxAge: yearInSeconds,
    sameSite: 'lax',
    httpOnly: false,
    secure: event.url.protocol === 'https:',
  });
}
