import type { Cookies } from '@sveltejs/kit';

interface SetCookie {
  readonly name: string;
  readonly value: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export function parseSetCookie(header: string): SetCookie | null {
  const [pair = '', ...rest] = header.split(';');
  const equals = pair.indexOf('=');
  if (equals < 1) return null;
  const attributes = rest.map((part) => {
    const [name = '', value = ''] = part.trim().split('=', 2);
    return [name.toLowerCase(), value] as const;
  });
  return {
    name: pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
    attributes: new Map(attributes),
  };
}

/** Hands the API's cookies to the browser as they are. */
export function relayCookies(cookies: Cookies, response: Response): void {
  for (const header of response.headers.getSetCookie()) {
    const cookie = parseSetCookie(header);
    if (cookie === null) continue;
    const { attributes } = cookie;
    const maxAge = attributes.get('max-age');
    const sameSite = attributes.get('samesite')?.toLowerCase();
    cookies.set(cookie.name, cookie.value, {
      path: attributes.get('path') ?? '/',
      httpOnly: attributes.has('httponly'),
      secure: attributes.has('secure'),
      ...(sameSite === 'strict' || sameSite === 'lax' || sameSite === 'none' ? { sameSite } : {}),
      ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
      ...(attributes.has('expires') ? { expires: new Date(attributes.get('expires') ?? 0) } : {}),
      encode: (value) => value,
    });
  }
}
