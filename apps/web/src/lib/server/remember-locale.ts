import type { Locale } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { cookieName } from '../paraglide/runtime.js';
import { yearInSeconds } from '../preferences/preferences.ts';

export function rememberLocale({ cookies, url }: RequestEvent, locale: Locale): void {
  cookies.set(cookieName, locale, {
    path: '/',
    maxAge: yearInSeconds,
    sameSite: 'lax',
    httpOnly: false,
    secure: url.protocol === 'https:',
  });
}

/** A browser that never chose a language takes the person's own. */
export function offerLocale(event: RequestEvent, locale: Locale): void {
  if (event.cookies.get(cookieName) === undefined) rememberLocale(event, locale);
}
