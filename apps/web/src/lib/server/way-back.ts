import type { Cookies } from '@sveltejs/kit';
import { localPath } from '../local-path.ts';

export const backCookie = 'back';
/** As long as a registration waits to be confirmed. */
const sevenDays = 7 * 24 * 3600;
const lengthMax = 500;

interface Event {
  readonly cookies: Cookies;
  readonly url: URL;
}

/** What led somebody to make an account opens again when it is confirmed in the same browser. */
export function rememberWayBack({ cookies, url }: Event, asked: string): void {
  const path = localPath(asked);
  if (path === '/' || path.length > lengthMax) return;
  cookies.set(backCookie, encodeURIComponent(path), {
    path: '/',
    maxAge: sevenDays,
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
  });
}

/** Led back once. What stands in the cookie is checked like what stands in an address. */
export function takeWayBack({ cookies }: Event, fallback: string): string {
  const kept = cookies.get(backCookie);
  if (kept === undefined) return fallback;
  cookies.delete(backCookie, { path: '/' });
  try {
    return localPath(decodeURIComponent(kept), fallback);
  } catch {
    return fallback;
  }
}
