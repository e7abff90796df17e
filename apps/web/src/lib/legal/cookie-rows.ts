import { m } from '#lib/paraglide/messages.js';
import { lastPlaceCookie } from '#lib/preferences/last-place.ts';
import { keysCookie, quietCookie, themeCookie, viewCookie } from '#lib/preferences/preferences.ts';
import { cookieName } from '#lib/paraglide/runtime.js';

export interface CookieRow {
  readonly name: string;
  readonly what: () => string;
  readonly long: () => string;
}

/** Every cookie the site sets. Over https the first one's name begins with `__Host-`. */
export const cookieRows: readonly CookieRow[] = [
  { name: 'session', what: m.legal_privacy_cookie_session, long: m.legal_privacy_cookie_long },
  { name: cookieName, what: m.legal_privacy_cookie_locale, long: m.legal_privacy_cookie_year },
  { name: themeCookie, what: m.legal_privacy_cookie_theme, long: m.legal_privacy_cookie_year },
  { name: viewCookie, what: m.legal_privacy_cookie_view, long: m.legal_privacy_cookie_year },
  { name: keysCookie, what: m.legal_privacy_cookie_keys, long: m.legal_privacy_cookie_year },
  { name: quietCookie, what: m.live_cookie, long: m.legal_privacy_cookie_year },
  { name: 'back', what: m.class_cookie_back, long: m.class_cookie_back_long },
  { name: lastPlaceCookie, what: m.legal_privacy_cookie_last, long: m.legal_privacy_cookie_year },
];
