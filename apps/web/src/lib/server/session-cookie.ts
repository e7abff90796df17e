import type { Cookies } from '@sveltejs/kit';

/** Whether the browser holds a session cookie; the API alone knows whether it is worth anything. */
export function hasSession(cookies: Cookies): boolean {
  return cookies.get('__Host-session') !== undefined || cookies.get('session') !== undefined;
}
