/** A return path is same-origin and relative, or it is the fallback. */
export function localPath(value: string | null | undefined, fallback = '/'): string {
  if (value === null || value === undefined || !/^\/(?![/\\])/.test(value)) return fallback;
  const base = 'http://local.invalid';
  // The parser strips tabs and line feeds: what it makes of the path decides, not the text.
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  // Dots go, too: `/..//host` becomes `//host`, which names another site.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
